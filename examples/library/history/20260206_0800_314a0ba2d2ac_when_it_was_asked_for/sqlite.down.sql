-- mig: revision 314a0ba2d2ac
-- mig: after 30a95639f7ea
-- mig: message when it was asked for
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 89309029afdf9607231021287959a8229193c701f63eea603f7f82df933aca2d
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 b4d3967543431274279a230597a680280aa5ec1f2afa7977d44ef955a3892b23

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'reservations', count(*) from pragma_foreign_key_check('reservations');

-- drop column reservations.asked_on
create table _mig_reservations (
  book_id INTEGER not null,
  reader_id TEXT not null,
  constraint reservations_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
  constraint reservations_reader_id_fkey foreign key (reader_id) references readers (id) on delete cascade,
  constraint reservations_pkey primary key (book_id, reader_id)
);

-- mig: lossy: the values of reservations.asked_on
-- drop column reservations.asked_on
insert into _mig_reservations (rowid, book_id, reader_id)
select rowid, book_id, reader_id
from reservations;

-- drop column reservations.asked_on
drop table reservations;

-- drop column reservations.asked_on
alter table _mig_reservations rename to reservations;

-- drop column reservations.asked_on
create index reservations_reader_id_idx on reservations (reader_id);

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of reservations reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'reservations'), 0)
from pragma_foreign_key_check('reservations');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
