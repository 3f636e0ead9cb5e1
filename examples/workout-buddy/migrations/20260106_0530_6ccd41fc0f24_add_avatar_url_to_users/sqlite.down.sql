-- mig: revision 6ccd41fc0f24
-- mig: after fabbcb972054
-- mig: message add avatar_url to users
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 5d3c47641a848c95436f626d7a1eee90d80b3f6a8b317059e8580272353dedea
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 56c3458fab7bab2238cdcfbef24acc867ea095e3279d5c93d9997ee82c49df29

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

-- drop column users.avatar_url
create table _mig_users (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  email VARCHAR(255) not null,
  username VARCHAR(50) not null,
  hashed_password TEXT not null,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_username_key unique (username)
);

-- mig: lossy: the values of users.avatar_url
-- drop column users.avatar_url
insert into _mig_users (rowid, id, email, username, hashed_password, created_at, updated_at)
select rowid, id, email, username, hashed_password, created_at, updated_at
from users;

-- drop column users.avatar_url
drop table users;

-- drop column users.avatar_url
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
