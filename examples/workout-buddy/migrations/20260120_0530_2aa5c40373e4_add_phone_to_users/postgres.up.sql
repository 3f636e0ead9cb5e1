-- mig: revision 2aa5c40373e4
-- mig: after 82dc0e775d54
-- mig: message add phone to users
-- mig: postgres up
-- mig: renderer 1
-- mig: source 9fbb21220203dc11176bc533aa842674a4c4401fe48be6954a49090a78472597
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 3bd93f910332ff82d22e40a8f6436700c5e817814dd8f9d5ee5bad210c5f40e8

begin;

-- add column users.phone
alter table users add column phone text not null default 'unknown';

-- add column users.phone
alter table users alter column phone drop default;

commit;
