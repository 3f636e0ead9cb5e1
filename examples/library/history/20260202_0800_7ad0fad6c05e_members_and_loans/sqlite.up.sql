-- mig: revision 7ad0fad6c05e
-- mig: after 03ffd1320589
-- mig: message members and loans
-- mig: sqlite up
-- mig: renderer 1
-- mig: source ce2083ef01bf1c459eecb96001ae0d081327613bcb6c540509cdef28097f88b0
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 8d258475f31b60a1aa5a807e1a3ee4be68405676893ef46b75404f731fdd556f

begin immediate;

-- create table members
create table members (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  card CHAR(8) not null,
  email TEXT not null,
  standing TEXT not null default 'new',
  referred_by TEXT,
  given TEXT not null,
  family TEXT not null,
  full_name TEXT not null generated always as (given || ' ' || family) stored,
  joined_on TEXT not null default current_date,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  constraint members_pkey primary key (id),
  constraint members_card_key unique (card),
  constraint members_email_key unique (email),
  constraint members_referred_by_fkey foreign key (referred_by) references members (id) on delete set null,
  constraint members_card check (length(card) = 8),
  constraint members_standing_enum check (standing in ('new', 'owes money', 'trusted'))
);

-- create table copies
create table copies (
  book_id INTEGER not null,
  number INTEGER not null,
  state TEXT not null default 'good',
  constraint copies_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
  constraint copies_pkey primary key (book_id, number)
) without rowid;

-- create table loans
create table loans (
  id INTEGER not null constraint loans_pkey primary key autoincrement,
  member_id TEXT not null,
  book_id INTEGER not null,
  number INTEGER not null,
  lent_on TEXT not null default current_date,
  back_on TEXT,
  fine NUMERIC(6, 2) not null default 0,
  constraint loans_member_id_fkey foreign key (member_id) references members (id) on update cascade,
  constraint loans_book_id_number_fkey foreign key (book_id, number) references copies (book_id, number) on delete restrict deferrable initially immediate,
  constraint loans_check check (back_on is null or back_on >= lent_on)
);

-- create table settings
create table settings (
  key TEXT not null,
  value TEXT not null,
  constraint settings_pkey primary key (key)
) strict, without rowid;

-- create table members
create index members_referred_by_idx on members (referred_by);

-- create table members
create unique index members_by_name on members ((lower(family)), given) where standing <> 'owes money';

-- create table loans
create index loans_member_id_idx on loans (member_id);

-- create table loans
create unique index loans_one_at_a_time on loans (book_id, number) where back_on is null;

-- create table loans
create index loans_book_id_number_idx on loans (book_id, number);

-- create view open_loans
create view open_loans as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join members m on m.id = l.member_id
join books b on b.id = l.book_id
where l.back_on is null;

-- create view loans_by_month
create view loans_by_month as
select strftime('%Y-%m', lent_on) as month, count(*) as loans from loans group by 1;

-- create view busy_members
create view busy_members as
select full_name, count(*) as books from open_loans group by full_name;

-- create trigger members_touch on members
create trigger members_touch after update of email on members
begin update members set updated_at = current_timestamp where id = new.id; end;

-- create trigger loans_fine on loans
create trigger loans_fine after update of back_on on loans
when new.back_on > date(new.lent_on, '+30 days')
begin
  update loans set fine = 5 where id = new.id;
  update members set standing = 'owes money' where id = new.member_id and standing <> 'owes money';
end;

commit;
