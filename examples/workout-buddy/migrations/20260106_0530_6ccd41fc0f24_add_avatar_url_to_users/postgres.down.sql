-- mig: revision 6ccd41fc0f24
-- mig: after fabbcb972054
-- mig: message add avatar_url to users
-- mig: postgres down
-- mig: renderer 1
-- mig: source 5d3c47641a848c95436f626d7a1eee90d80b3f6a8b317059e8580272353dedea
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 efff04e41549f0961e88e3b669afe8c73526f83a9dbc400b23bd0b873abb2040

begin;

-- mig: lossy: the values of users.avatar_url
-- drop column users.avatar_url
alter table users drop column avatar_url;

commit;
