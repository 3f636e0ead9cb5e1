-- mig: revision 2aa5c40373e4
-- mig: after 82dc0e775d54
-- mig: message add phone to users
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 9fbb21220203dc11176bc533aa842674a4c4401fe48be6954a49090a78472597
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 617ba20b9966720c61a0608f3f3884f265748fa448c31851a325bd55455abea0

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'workouts', count(*) from pragma_foreign_key_check('workouts');

-- drop column users.phone
create table _mig_users (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  email VARCHAR(255) not null,
  username VARCHAR(50) not null,
  hashed_password TEXT not null,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  avatar_url VARCHAR(500),
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_username_key unique (username)
);

-- mig: lossy: the values of users.phone
-- drop column users.phone
insert into _mig_users (rowid, id, email, username, hashed_password, created_at, updated_at, avatar_url)
select rowid, id, email, username, hashed_password, created_at, updated_at, avatar_url
from users;

-- drop column users.phone
drop table users;

-- drop column users.phone
alter table _mig_users rename to users;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of workouts reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'workouts'), 0)
from pragma_foreign_key_check('workouts');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
