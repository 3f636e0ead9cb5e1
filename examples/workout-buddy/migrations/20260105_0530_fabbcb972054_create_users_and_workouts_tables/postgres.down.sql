-- mig: revision fabbcb972054
-- mig: after base
-- mig: message create users and workouts tables
-- mig: postgres down
-- mig: renderer 1
-- mig: source 1b31ec10e61d1da7701402231d850c27ca22d4620acfd886599c8d8abe0d08a7
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 47de31e4158b14f040e3bb7492510864533a6572650bfd594cb9a45cd079a11b

begin;

-- mig: lossy: all rows of workouts
-- drop table workouts
drop table workouts;

-- mig: lossy: all rows of users
-- drop table users
drop table users;

commit;
