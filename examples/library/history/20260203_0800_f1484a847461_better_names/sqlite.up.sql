-- mig: revision f1484a847461
-- mig: after 7ad0fad6c05e
-- mig: message better names
-- mig: sqlite up
-- mig: renderer 1
-- mig: source b6d2791d279f081c4a50e825120e4f10b774703c2a705baa3390847fa9161022
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 38f87ca9d67553cf7e604360da3a7961731a8386820d61b5beccdfa8a83a5d8a

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'loans', count(*) from pragma_foreign_key_check('loans');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'readers', count(*) from pragma_foreign_key_check('members');

-- what references a renamed table follows it
pragma legacy_alter_table = off;

-- alter trigger loans_fine on loans
drop trigger loans_fine;

-- rename trigger members_touch on readers to readers_touch
drop trigger members_touch;

-- put aside view busy_members
drop view busy_members;

-- put aside view loans_by_month
drop view loans_by_month;

-- rename view open_loans to loans_out
drop view open_loans;

-- rename table members to readers
alter table members rename to readers;

-- rename column readers.standing to trust
alter table readers rename column standing to trust;

-- rename column readers.family to __mig_family
alter table readers rename column family to __mig_family;

-- rename column readers.given to family
alter table readers rename column given to family;

-- rename column readers.__mig_family to given
alter table readers rename column __mig_family to given;

-- rename table members to readers; rename column readers.standing to trust; rename column readers.family to __mig_family; rename column readers.given to family; rename column readers.__mig_family to given
drop index members_referred_by_idx;

-- rename table members to readers; rename column readers.standing to trust; rename column readers.family to __mig_family; rename column readers.given to family; rename column readers.__mig_family to given; rename index readers.members_by_name to readers_by_name
drop index members_by_name;

-- rename table members to readers; rename column readers.standing to trust; rename column readers.family to __mig_family; rename column readers.given to family; rename column readers.__mig_family to given
create index readers_referred_by_idx on readers (referred_by);

-- rename index readers.members_by_name to readers_by_name
create unique index readers_by_name on readers ((lower(given)), family) where trust <> 'owes money';

-- rename column copies.number to copy
alter table copies rename column number to copy;

-- rename column loans.member_id to reader_id
alter table loans rename column member_id to reader_id;

-- rename column loans.number to copy
alter table loans rename column number to copy;

-- rename column loans.member_id to reader_id; rename column loans.number to copy
drop index loans_member_id_idx;

-- rename column loans.member_id to reader_id; rename column loans.number to copy
drop index loans_book_id_number_idx;

-- alter enum trust; alter column readers.full_name
create table _mig_readers (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  card CHAR(8) not null,
  email TEXT not null,
  trust TEXT not null default 'new',
  referred_by TEXT,
  family TEXT not null,
  given TEXT not null,
  full_name TEXT not null generated always as (given || ' ' || family) stored,
  joined_on TEXT not null default current_date,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  constraint readers_pkey primary key (id),
  constraint readers_card_key unique (card),
  constraint readers_email_key unique (email),
  constraint readers_referred_by_fkey foreign key (referred_by) references readers (id) on delete set null,
  constraint readers_card check (length(card) = 8),
  constraint readers_trust_enum check (trust in ('new', 'owing', 'trusted'))
);

-- alter enum trust; alter column readers.full_name
insert into _mig_readers (rowid, id, card, email, trust, referred_by, family, given, joined_on, created_at, updated_at)
select rowid, id, card, email, case trust when 'owes money' then 'owing' else trust end, referred_by, family, given, joined_on, created_at, updated_at
from readers;

-- alter enum trust; alter column readers.full_name
drop table readers;

-- alter enum trust; alter column readers.full_name
alter table _mig_readers rename to readers;

-- alter enum trust; alter column readers.full_name
create index readers_referred_by_idx on readers (referred_by);

-- drop index readers.readers_by_name; add index readers.readers_by_name
create unique index readers_by_name on readers ((lower(family)), given) where trust <> 'owing';

-- rename column loans.member_id to reader_id; rename column loans.number to copy
create index loans_reader_id_idx on loans (reader_id);

-- rename column loans.number to copy
create index loans_book_id_copy_idx on loans (book_id, copy);

-- bring back view loans_by_month
create view loans_by_month as
select strftime('%Y-%m', lent_on) as month, count(*) as loans from loans group by 1;

-- rename view open_loans to loans_out
create view loans_out as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null;

-- bring back view busy_members
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- alter trigger loans_fine on loans
create trigger loans_fine after update of back_on on loans
when new.back_on > date(new.lent_on, '+30 days')
begin
  update loans set fine = 5 where id = new.id;
  update readers set trust = 'owing' where id = new.reader_id and trust <> 'owing';
end;

-- rename trigger members_touch on readers to readers_touch
create trigger readers_touch after update of email on readers
begin update readers set updated_at = current_timestamp where id = new.id; end;

-- views and triggers find all that they name
create table _mig_check (n INTEGER);

-- views and triggers find all that they name
alter table _mig_check rename column n to m;

-- views and triggers find all that they name
drop table _mig_check;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of loans reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'loans'), 0)
from pragma_foreign_key_check('loans');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of readers reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'readers'), 0)
from pragma_foreign_key_check('readers');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
