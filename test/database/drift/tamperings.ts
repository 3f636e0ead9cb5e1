/** What a person does to the database, and what the check finds: `MIG571 customers.age`, with words that it says of it. */
export interface Tampering {
  readonly postgres?: string
  readonly sqlite?: string
  readonly found: Readonly<Record<string, RegExp>>
  /** The steps that would mend it; what they leave is what `found` has of MIG572. */
  readonly steps: readonly string[]
}

const both = (sql: string) => ({ postgres: sql, sqlite: sql })

/** An SQLite table made anew with something else in its definition. */
const remade = (table: string, from: string, to: string) => `remake ${JSON.stringify([table, from, to])}`

/** Everything that a person might do to a database by hand. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a column is gone': {
    ...both('drop view "all"; drop index customers_search; alter table customers drop column name'),
    found: {
      'MIG570 all': /View all is not there/,
      'MIG570 customers.customers_search': /Index/,
      'MIG570 customers.name': /Column customers.name is not there/,
    },
    steps: ['add column customers.name', 'add index customers.customers_search', 'create view all'],
  },
  'a column is more': {
    ...both('alter table customers add column nickname text'),
    found: { 'MIG572 customers.nickname': /Column customers.nickname is in no revision/ },
    steps: [],
  },
  'a column has another type': {
    postgres: 'alter table orders alter column "Odd ""one" type bigint',
    sqlite: remade('orders', '"Odd ""one" INTEGER', '"Odd ""one" TEXT'),
    found: { 'MIG571 orders."Odd ""one"': /its type is `(bigint|TEXT)`, not `(integer|INTEGER)`/ },
    steps: ['alter column orders."Odd ""one"'],
  },
  'a column is longer': {
    postgres:
      'drop view "all"; drop view open_orders; alter table customers drop column label, alter column email type text',
    found: {
      'MIG570 all': /View/,
      'MIG570 customers.label': /Column/,
      'MIG570 open_orders': /View/,
      'MIG571 customers.email': /its type is `text`, not `character varying\(255\)`/,
    },
    steps: ['add column customers.label', 'alter column customers.email', 'create view all', 'create view open_orders'],
  },
  'a column may be null': {
    postgres: 'alter table customers alter column country drop not null',
    sqlite: remade('customers', 'country CHAR(2) not null', 'country CHAR(2)'),
    found: { 'MIG571 customers.country': /it may be null/ },
    steps: ['alter column customers.country'],
  },
  'a column may not be null': {
    postgres: 'alter table customers alter column name set not null',
    sqlite: remade('customers', 'name TEXT', 'name TEXT not null'),
    found: { 'MIG571 customers.name': /it may not be null/ },
    steps: ['alter column customers.name'],
  },
  'a column has another default': {
    postgres: "alter table customers alter column since set default '2021-01-01'",
    sqlite: remade('customers', "default '2020", "default '2021"),
    found: { 'MIG571 customers.since': /its default is `'2021-01-01'`, not `'2020-01-01'`/ },
    steps: ['alter column customers.since'],
  },
  'a column has no default': {
    postgres: 'alter table customers alter column country drop default',
    sqlite: remade('customers', "country CHAR(2) not null default 'US'", 'country CHAR(2) not null'),
    found: { 'MIG571 customers.country': /it has no default `'US'`/ },
    steps: ['alter column customers.country'],
  },
  'a column is generated in another way': {
    postgres:
      'drop view "all"; alter table customers drop column label, add column label text not null generated always as (upper(email)) stored; create view "all" as select id, email, name, age, country, since, label from customers',
    sqlite: remade('customers', 'lower(email)', 'upper(email)'),
    found: { 'MIG571 customers.label': /its expression is `upper\(.*not `lower\(/ },
    steps: ['alter column customers.label'],
  },
  'an index is gone': {
    ...both('drop index orders_customer_id_idx'),
    found: { 'MIG570 orders.orders_customer_id_idx': /Index/ },
    steps: ['add index orders.orders_customer_id_idx'],
  },
  'an index is another one': {
    ...both(
      'drop index customers_search; create index customers_search on customers (lower(name), country) where age is not null',
    ),
    found: {
      'MIG571 customers.customers_search': /it is `\(\(lower\(name\)\), country\) where .*`, not `.*country desc.*`/,
    },
    steps: ['drop index customers.customers_search', 'add index customers.customers_search'],
  },
  'an index has another name': {
    ...both(
      'drop index customers_search; create index other_name on customers (lower(name), country desc) where age is not null',
    ),
    found: { 'MIG571 customers.customers_search': /its name there is other_name/ },
    steps: ['rename index customers.other_name to customers_search'],
  },
  'an index is more': {
    ...both('create index by_hand on orders (total)'),
    found: { 'MIG572 orders.by_hand': /Index orders.by_hand is in no revision/ },
    steps: [],
  },
  'a check is gone': {
    postgres: 'alter table customers drop constraint adult',
    sqlite: remade('customers', ', constraint adult check (age is null or age >= 18)', ''),
    found: { 'MIG570 customers.adult': /Check customers.adult is not there/ },
    steps: ['add constraint customers.adult'],
  },
  'a check is another one': {
    postgres: 'alter table customers drop constraint adult, add constraint adult check (age is null or age >= 21)',
    sqlite: remade('customers', '>= 18', '>= 21'),
    found: { 'MIG571 customers.adult': /`check .*>= 21\)`, not `check .*>= 18\)`/ },
    steps: ['drop constraint customers.adult', 'add constraint customers.adult'],
  },
  'a check is more': {
    postgres: 'alter table customers add constraint by_hand check (age < 200)',
    sqlite: remade(
      'customers',
      'constraint adult check',
      'constraint by_hand check (age < 200), constraint adult check',
    ),
    found: { 'MIG572 customers.by_hand': /Check customers.by_hand is in no revision/ },
    steps: [],
  },
  'a foreign key does something else': {
    postgres:
      'alter table orders drop constraint orders_customer_id_fkey, add constraint orders_customer_id_fkey foreign key (customer_id) references customers',
    sqlite: remade('orders', ' on delete cascade', ''),
    found: { 'MIG571 orders.orders_customer_id_fkey': /on delete cascade/ },
    steps: ['drop constraint orders.orders_customer_id_fkey', 'add constraint orders.orders_customer_id_fkey'],
  },
  'a unique key is gone': {
    postgres: 'alter table customers drop constraint customers_email_key',
    found: { 'MIG570 customers.customers_email_key': /Unique key/ },
    steps: ['add constraint customers.customers_email_key'],
  },
  'a primary key is on other columns and has another name': {
    postgres: 'alter table orders drop constraint orders_pkey, add constraint mine primary key (customer_id)',
    found: { 'MIG571 orders.orders_pkey': /`primary key \(customer_id\)`, not `primary key \(id\)`/ },
    steps: ['drop constraint orders.mine', 'add constraint orders.orders_pkey'],
  },
  'an enum has a value more': {
    postgres: "alter type status add value 'lost'",
    found: { 'MIG571 status': /it has lost besides/ },
    steps: ['alter enum status'],
  },
  'an enum value has another name': {
    postgres: "alter type status rename value 'sent' to 'gone'",
    found: { 'MIG571 status': /it lacks sent; it has gone besides/ },
    steps: ['alter enum status'],
  },
  'a view asks for something else': {
    ...both(
      "drop view open_orders; create view open_orders as select o.id, c.email, o.total from orders o join customers c on c.id = o.customer_id where o.status = 'pending'",
    ),
    found: { 'MIG571 open_orders': /its query is `/ },
    steps: ['alter view open_orders'],
  },
  'a view is gone': {
    ...both('drop view open_orders'),
    found: { 'MIG570 open_orders': /View/ },
    steps: ['create view open_orders'],
  },
  'a trigger does something else': {
    postgres:
      'drop trigger orders_touch on orders; create trigger orders_touch before update on orders for each row execute function suppress_redundant_updates_trigger()',
    sqlite:
      'drop trigger orders_touch; create trigger orders_touch after update of total on orders begin update orders set total = 2 where id = new.id; end',
    found: { 'MIG571 orders.orders_touch': /Trigger orders.orders_touch is not as the revisions make it: it is `/ },
    steps: ['alter trigger orders_touch on orders'],
  },
  'a trigger is gone, another one is there': {
    postgres:
      'drop trigger orders_touch on orders; create trigger by_hand before update on orders for each row execute function suppress_redundant_updates_trigger()',
    sqlite: 'drop trigger orders_touch; create trigger by_hand after delete on orders begin select 1; end',
    found: { 'MIG570 orders.orders_touch': /Trigger/, 'MIG572 orders.by_hand': /Trigger/ },
    steps: ['create trigger orders_touch on orders'],
  },
  'a trigger is disabled': {
    postgres: 'alter table orders disable trigger orders_touch',
    found: { 'MIG571 orders.orders_touch': /is disabled/ },
    steps: ['alter trigger orders_touch on orders'],
  },
  'a table is gone': {
    postgres: 'drop table audit."odd table"',
    sqlite: 'drop table "odd table"',
    found: { 'MIG570 audit."odd table"': /Table .*"odd table" is not there/ },
    steps: ['create table audit."odd table"'],
  },
  'a schema is gone': {
    postgres: 'drop schema audit cascade',
    found: { 'MIG570 audit': /Schema/, 'MIG570 audit."odd table"': /Table/ },
    steps: ['create schema audit', 'create table audit."odd table"'],
  },
  'a view has the name of a table': {
    postgres: 'drop table audit."odd table"; create materialized view audit."odd table" as select 1 as one',
    found: { 'MIG571 audit."odd table"': /a materialized view has its name/ },
    steps: [],
  },
  'an odd index in another schema is another one': {
    postgres: 'drop index audit."odd index"; create index "odd index" on audit."odd table" (lower("to"))',
    sqlite: 'drop index "odd index"; create index "odd index" on "odd table" (lower("to"))',
    found: { 'MIG571 audit."odd table"."odd index"': /`.*lower\("to"\).*`, not `.*upper/ },
    steps: ['add index audit."odd table"."odd index"', 'drop index audit."odd table"."odd index"'],
  },
  'a comment is another one': {
    postgres: "comment on table customers is 'Buyers.'; comment on column orders.total is 'by hand'",
    found: {
      'MIG571 customers': /its comment is `Buyers.`, not `People who buy.`/,
      'MIG571 orders.total': /not from the revisions/,
    },
    steps: ['alter column orders.total', 'alter table customers'],
  },
  'a table is unlogged': {
    postgres: 'alter table orders set unlogged',
    found: { 'MIG571 orders': /it is unlogged/ },
    steps: ['alter table orders'],
  },
  'objects that nobody knows': {
    ...both('create table mine (a int); create view ours as select a from mine'),
    found: {},
    steps: [],
  },
  'the same things in other words': {
    postgres: `drop view open_orders;
      create view open_orders as SELECT orders.id, c.email, orders.total FROM (orders JOIN customers c ON ((c.id = orders.customer_id)));
      create or replace view open_orders as (select o.id, c.email, o.total from orders as o
        inner join customers as c on (c.id = o.customer_id) where (o.status in ('pending', 'paid')));
      alter table customers drop constraint adult, add constraint adult check (((age) is null) or (age >= (18)));
      drop index customers_search; create index customers_search on customers using btree ((lower(name)) asc nulls last, country desc) where (age is not null)`,
    sqlite: `drop view open_orders; create view "open_orders" as SELECT o.id, c.email, o."total" -- the same
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.status IN ('pending', 'paid');
      drop index customers_search; CREATE INDEX "customers_search" ON "customers" (LOWER(name),country DESC) WHERE (age IS NOT NULL)`,
    found: {},
    steps: [],
  },
}
