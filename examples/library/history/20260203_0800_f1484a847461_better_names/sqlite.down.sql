-- mig: revision f1484a847461
-- mig: after 7ad0fad6c05e
-- mig: message better names
-- mig: sqlite down
-- mig: renderer 1
-- mig: source b6d2791d279f081c4a50e825120e4f10b774703c2a705baa3390847fa9161022
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 215889c90496493aca6fd399eb9cf1cc20d8e963df83f22425202d62c430f760

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
select 'members', count(*) from pragma_foreign_key_check('readers');

-- what references a renamed table follows it
pragma legacy_alter_table = off;

-- rename trigger readers_touch on readers to members_touch
drop trigger readers_touch;

-- alter trigger loans_fine on loans
drop trigger loans_fine;

-- put aside view busy_members
drop view busy_members;

-- rename view loans_out to open_loans
drop view loans_out;

-- put aside view loans_by_month
drop view loans_by_month;

-- alter column readers.full_name; alter enum trust
create table _mig_readers (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  card CHAR(8) not null,
  email TEXT not null,
  trust TEXT not null default 'new',
  referred_by TEXT,
  family TEXT not null,
  given TEXT not null,
  full_name TEXT not null generated always as (family || ' ' || given) stored,
  joined_on TEXT not null default current_date,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  constraint readers_pkey primary key (id),
  constraint readers_card_key unique (card),
  constraint readers_email_key unique (email),
  constraint readers_referred_by_fkey foreign key (referred_by) references readers (id) on delete set null,
  constraint readers_card check (length(card) = 8),
  constraint readers_trust_enum check (trust in ('new', 'owes money', 'trusted'))
);

-- alter column readers.full_name; alter enum trust
insert into _mig_readers (rowid, id, card, email, trust, referred_by, family, given, joined_on, created_at, updated_at)
select rowid, id, card, email, case trust when 'owing' then 'owes money' else trust end, referred_by, family, given, joined_on, created_at, updated_at
from readers;

-- alter column readers.full_name; alter enum trust
drop table readers;

-- alter column readers.full_name; alter enum trust
alter table _mig_readers rename to readers;

-- alter column readers.full_name; alter enum trust
create index readers_referred_by_idx on readers (referred_by);

-- drop index readers.readers_by_name; add index readers.readers_by_name
create unique index readers_by_name on readers ((lower(given)), family) where trust <> 'owes money';

-- rename column loans.copy to number
alter table loans rename column copy to number;

-- rename column loans.reader_id to member_id
alter table loans rename column reader_id to member_id;

-- rename column copies.copy to number
alter table copies rename column copy to number;

-- rename index readers.readers_by_name to members_by_name
drop index readers_by_name;

-- rename column loans.copy to number; rename column loans.reader_id to member_id
drop index loans_reader_id_idx;

-- rename column loans.copy to number; rename column loans.reader_id to member_id
drop index loans_book_id_copy_idx;

-- rename index readers.readers_by_name to members_by_name
create unique index members_by_name on readers ((lower(given)), family) where trust <> 'owes money';

-- rename column loans.reader_id to member_id
create index loans_member_id_idx on loans (member_id);

-- rename column loans.copy to number; rename column loans.reader_id to member_id
create index loans_book_id_number_idx on loans (book_id, number);

-- rename column readers.given to __mig_family
alter table readers rename column given to __mig_family;

-- rename column readers.family to given
alter table readers rename column family to given;

-- rename column readers.__mig_family to family
alter table readers rename column __mig_family to family;

-- rename column readers.trust to standing
alter table readers rename column trust to standing;

-- rename table readers to members
alter table readers rename to members;

-- rename table readers to members
drop index readers_referred_by_idx;

-- rename table readers to members
create index members_referred_by_idx on members (referred_by);

-- bring back view loans_by_month
create view loans_by_month as
select strftime('%Y-%m', lent_on) as month, count(*) as loans from loans group by 1;

-- rename view loans_out to open_loans
create view open_loans as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join members m on m.id = l.member_id
join books b on b.id = l.book_id
where l.back_on is null;

-- bring back view busy_members
create view busy_members as
select full_name, count(*) as books from open_loans group by full_name;

-- alter trigger loans_fine on loans
create trigger loans_fine after update of back_on on loans
when new.back_on > date(new.lent_on, '+30 days')
begin
  update loans set fine = 5 where id = new.id;
  update members set standing = 'owes money' where id = new.member_id and standing <> 'owes money';
end;

-- rename trigger readers_touch on readers to members_touch
create trigger members_touch after update of email on members
begin update members set updated_at = current_timestamp where id = new.id; end;

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
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of members reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'members'), 0)
from pragma_foreign_key_check('members');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
