-- mig: revision 6ccd41fc0f24
-- mig: after fabbcb972054
-- mig: message add avatar_url to users
-- mig: postgres up
-- mig: renderer 1
-- mig: source 5d3c47641a848c95436f626d7a1eee90d80b3f6a8b317059e8580272353dedea
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 9c4009b60d3e365dd94ba63a49ae20cc720edeb94c730b5b6f14477b3c36b256

begin;

-- add column users.avatar_url
alter table users add column avatar_url varchar(500);

commit;
