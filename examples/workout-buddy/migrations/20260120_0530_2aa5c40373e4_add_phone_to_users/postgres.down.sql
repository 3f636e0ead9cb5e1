-- mig: revision 2aa5c40373e4
-- mig: after 82dc0e775d54
-- mig: message add phone to users
-- mig: postgres down
-- mig: renderer 1
-- mig: source 9fbb21220203dc11176bc533aa842674a4c4401fe48be6954a49090a78472597
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 1f7c4793ac343ac6269271c0a928c964aa9ba52ce0fe61bb662fdfa2c642e325

begin;

-- mig: lossy: the values of users.phone
-- drop column users.phone
alter table users drop column phone;

commit;
