import { OPTION_LINES } from './option-lines.ts'
import type { Word } from './words.ts'

/** Words of functions, partitions, privileges and the like; `word@Node` as in the other list. Word, meaning, example. */
const LINES: readonly (readonly [words: string, text: string, example: string])[] = [
  [
    'function',
    'A function of Postgres: its arguments, what it returns, and its body.',
    'function twice(a int) returns int immutable = `select a * 2`',
  ],
  [
    'procedure',
    'A procedure of Postgres, which `call` runs.',
    "procedure tidy() language sql = `delete from carts where state = 'gone'`",
  ],
  [
    'aggregate',
    'An aggregate of Postgres: a function over the rows of a group.',
    "aggregate total(int) sfunc int4pl stype int initcond '0'",
  ],
  ['sequence', 'A sequence of Postgres: numbers in their order.', 'sequence order_numbers start 1000'],
  [
    'sequence@IdentityModifier',
    'What the sequence behind the column is called (Postgres).',
    'id bigint identity (sequence order_ids) primary',
  ],
  ['domain', 'A type with a default and checks of its own.', "domain email = text check sane `value like '%@%'`"],
  ['composite', 'A type of several fields (Postgres).', 'composite address {\n  street text\n  city   text\n}'],
  ['range', 'A type of ranges over another type (Postgres).', 'range price_range = decimal'],
  [
    'range@PartitionByNode',
    'Each partition has the rows from one bound up to another.',
    'table logs partition by range (at) {\n  at timestamptz\n}',
  ],
  [
    'materialized',
    'A view that keeps its rows until it is refreshed (Postgres).',
    'materialized view sales = `select sum(price) as total from orders`',
  ],
  [
    'data',
    '`with no data`: it is made without rows, and cannot be read before the first refresh.',
    'materialized view sales with no data = `select sum(price) as total from orders`',
  ],
  [
    'policy',
    'Which rows of a table somebody sees or writes, where its row security is on (Postgres).',
    'policy own on orders for select to public using `owner = current_user`',
  ],
  [
    'permissive',
    'Rows that one of the permissive policies allows are allowed; so it is unless it is said.',
    'policy own on orders as permissive using `true`',
  ],
  [
    'restrictive',
    'It has to allow the row, whatever else allows it.',
    'policy open on orders as restrictive using `not closed`',
  ],
  [
    'for@PolicyDeclaration',
    'The statements that it is for: all unless it is said.',
    'policy own on orders for select using `true`',
  ],
  [
    'to@PolicyDeclaration',
    'The roles that it is for: everybody unless it is said.',
    'policy own on orders to app using `true`',
  ],
  [
    'using@PolicyDeclaration',
    'The rows that are seen, changed and deleted.',
    'policy own on orders using `owner = current_user`',
  ],
  [
    'check@PolicyDeclaration',
    'What rows have to be that are written; that of `using` unless it is said.',
    'policy own on orders check `price > 0`',
  ],
  ['on@PolicyDeclaration', 'The table of the policy.', 'policy own on orders using `true`'],
  ['security row', '`row security`: nobody but the owner sees rows that no policy allows (Postgres).', 'row security'],
  ['force', '`force row security`: policies hold for the owner of the table, too.', 'force row security'],
  [
    'rule',
    'Rewrites statements before they run (Postgres).',
    'rule keep on order_mails = `on delete do instead nothing`',
  ],
  ['on@RuleDeclaration', 'The table or view of the rule.', 'rule keep on order_mails = `on delete do instead nothing`'],
  [
    'disabled',
    'It is there and does nothing.',
    'trigger touch on orders disabled = `before update execute function touch()`',
  ],
  [
    'enable replica@TriggerDeclaration replica@RuleDeclaration',
    '`enable replica`: only where the session says that it replicates (Postgres).',
    'trigger touch on orders enable replica = `before update execute function touch()`',
  ],
  [
    'always@TriggerDeclaration always@RuleDeclaration',
    '`enable always`: whether or not the session says that it replicates (Postgres).',
    'trigger touch on orders enable always = `before update execute function touch()`',
  ],
  ['grant', 'What a role may do with an object.', 'grant select, update (price) on orders to app'],
  ['option', '`with grant option`: the role may pass it on.', 'grant select on orders to app with grant option'],
  [
    'revoke',
    'What a role may no longer do that it may do by itself.',
    'revoke execute on function twice(int) from public',
  ],
  [
    'on@GrantDeclaration',
    'What the privilege is on; a table or view where no kind is said.',
    'grant usage on sequence order_numbers to app',
  ],
  ['to@GrantDeclaration', 'The roles that get it; `public` is everybody.', 'grant select on orders to app, public'],
  [
    'from@GrantDeclaration',
    'The roles that lose it; `public` is everybody.',
    'revoke execute on function twice(int) from public',
  ],
  [
    'with@GrantDeclaration',
    '`with grant option`: the role may pass it on.',
    'grant select on orders to app with grant option',
  ],
  [
    'object',
    'Anything else, by the SQL that makes and drops it.',
    "object plain_order {\n  create `create collation plain_order (locale = 'C')`\n  drop `drop collation plain_order`\n}",
  ],
  ['create@OtherLine', 'What makes it.', "create `create collation plain_order (locale = 'C')`"],
  [
    'drop@OtherLine',
    'What drops it; left out where it follows from what makes it.',
    'drop `drop collation plain_order`',
  ],
  [
    'convert@OtherLine',
    'What makes the new form out of the old one, where it should not go and come again.',
    'convert `alter publication changes add table orders`',
  ],
  ['revert@OtherLine', 'The way back of `convert`.', 'revert `alter publication changes drop table orders`'],
  [
    'depends',
    '`depends on`: what has to be there first and its own text does not show.',
    'view best depends on sales = `select 1 as one`',
  ],
  [
    'partition',
    'Tables that are divided, and their parts (Postgres): `partition by` says how, `partition` is a part.',
    "partition logs_2026 of logs values from ('2026-01-01') to ('2027-01-01')",
  ],
  [
    'by',
    '`partition by`: the columns or expressions that say to which partition a row belongs.',
    'table logs partition by range (at) {\n  at timestamptz\n}',
  ],
  [
    'by@SequenceOption owned',
    '`owned by`: the sequence goes with this column.',
    'sequence line_numbers owned by orders.line',
  ],
  [
    'list',
    'Each partition has the rows with the values that it lists.',
    'table orders partition by list (country) {\n  country text\n}',
  ],
  [
    'hash',
    'Each partition has the rows with one remainder of the hash of the keys.',
    'table orders partition by hash (id) {\n  id bigint\n}',
  ],
  ['of', 'The table that it is a partition of.', 'partition rest of logs default'],
  ['values', 'The rows that the partition has.', "partition north of orders values in ('no', 'se')"],
  ['in', 'The values of the rows that it has.', "partition north of orders values in ('no', 'se')"],
  ['from@BoundNode', 'The first row that it has.', 'partition low of parts values from (minvalue) to (10)'],
  ['to@BoundNode', 'The first row that it no longer has.', 'partition low of parts values from (minvalue) to (10)'],
  ['default@BoundNode', 'It has all rows that no other partition has.', 'partition rest of logs default'],
  [
    'modulus remainder with@BoundNode',
    '`with (modulus N, remainder N)`: the rows whose hash leaves this remainder.',
    'partition p0 of orders values with (modulus 4, remainder 0)',
  ],
  [
    'inherits',
    'It has the columns of these tables, and their queries read its rows (Postgres).',
    'table friends inherits people {\n  since date\n}',
  ],
  ['tablespace', 'Where Postgres keeps its files.', 'table logs tablespace slow_disk {\n  id bigint primary\n}'],
  [
    'replica',
    '`replica identity`: what a deleted or changed row is told by where it is replicated (Postgres).',
    'table logs replica identity full {\n  id bigint primary\n}',
  ],
  [
    'nothing',
    '`replica identity nothing`: the old row is not told.',
    'table logs replica identity nothing {\n  id bigint primary\n}',
  ],
  [
    'full@TableDeclaration',
    '`replica identity full`: the old row is told whole.',
    'table logs replica identity full {\n  id bigint primary\n}',
  ],
  [
    'with@TableDeclaration',
    'Storage parameters of the table (Postgres).',
    'table logs with (fillfactor = 70) {\n  id bigint primary\n}',
  ],
  [
    'using@TableDeclaration',
    'The access method of the table (Postgres).',
    'table logs using heap {\n  id bigint primary\n}',
  ],
  ['clustered', '`cluster` sorts the table by this index (Postgres).', 'index (at) clustered'],
  [
    'storage',
    'How long values are kept: `plain`, `external`, `extended` or `main` (Postgres).',
    'body text storage external',
  ],
  ['external', 'Long values are kept beside the table, not compressed.', 'body text storage external'],
  ['extended', 'Long values are compressed, and kept beside the table.', 'body text storage extended'],
  ['main', 'Long values are compressed, and kept in the row as long as it goes.', 'body text storage main'],
  ['plain@StorageModifier', 'Values are kept in the row as they are.', 'body text storage plain'],
  ['compression', 'How long values are compressed: `pglz`, or `lz4` (Postgres 14).', 'body text compression lz4'],
  ['pglz', 'The compression that every Postgres has.', 'body text compression pglz'],
  ['lz4', 'A faster compression (Postgres 14).', 'body text compression lz4'],
  ['statistics', 'How much `analyze` keeps of the values (Postgres).', 'state text statistics 500'],
  [
    'exclude',
    'No two rows for which all comparisons hold (Postgres).',
    'exclude using gist (room with =, during with &&)',
  ],
  ['using@ExcludeMember', 'The method of its index: `gist` for most operators.', 'exclude using gist (during with &&)'],
  [
    'where@ExcludeMember',
    'Only rows for which it holds exclude each other.',
    'exclude using gist (during with &&) where `not cancelled`',
  ],
  ['with@ExcludeKeyNode', 'The operator by which two rows are compared.', 'exclude using gist (room with =)'],
  [
    'valid not@CheckMember not@CheckModifier not@ForeignMember not@ReferenceModifier',
    '`not valid`: it holds for rows that are written; those that are there were not looked at (Postgres).',
    'check positive `price > 0` not valid',
  ],
  [
    'enforced not@CheckMember not@CheckModifier not@ForeignMember not@ReferenceModifier',
    '`not enforced`: no row is ever looked at; it only says what is meant (Postgres 18).',
    'check positive `price > 0` not enforced',
  ],
  [
    'inherit no@CheckMember no@CheckModifier',
    '`no inherit`: tables that inherit do not have it.',
    'check positive `price > 0` no inherit',
  ],
  [
    'missing',
    'The table that the key goes to is not there; SQLite allows it.',
    'foreign (a) -> gone (id) missing only sqlite',
  ],
  [
    'simple',
    '`match simple`: a key with a null goes nowhere; so it is unless it is said.',
    'foreign (a, b) -> t (a, b) match simple',
  ],
  [
    'conflict',
    '`on conflict`: what SQLite does with a row that breaks the key.',
    'code text unique on conflict replace only sqlite',
  ],
  ['rollback', 'The transaction is rolled back.', 'code text unique on conflict rollback only sqlite'],
  ['abort', 'The statement is undone; so it is unless it is said.', 'code text unique on conflict abort only sqlite'],
  ['fail', 'The statement stops; what it did before stays.', 'code text unique on conflict fail only sqlite'],
  ['ignore', 'The row is left out.', 'code text unique on conflict ignore only sqlite'],
  ['replace', 'The rows in its way are deleted.', 'code text unique on conflict replace only sqlite'],
  [
    'not@NotNullModifier null@NotNullModifier',
    '`not null on conflict`: what SQLite does with a null.',
    'code text not null on conflict ignore only sqlite',
  ],
  [
    'not@DomainDeclaration null@DomainDeclaration',
    '`not null`: no value of the domain is null.',
    'domain email = text not null',
  ],
  ['min', 'The least number (Postgres).', 'sequence order_numbers min 1 max 9999'],
  ['max', 'The greatest number (Postgres).', 'sequence order_numbers min 1 max 9999'],
  ['cache', 'How many numbers a session takes at once (Postgres).', 'sequence order_numbers cache 20'],
  ['cycle', 'After the last number comes the first (Postgres).', 'sequence order_numbers max 9999 cycle'],
  ['as@SequenceOption', 'The type of its numbers: `bigint` unless it is said.', 'sequence order_numbers as int'],
  [
    'default@ViewColumnNode',
    'What a row gets that is inserted through the view and says nothing.',
    'view open = `select id, state from orders` {\n  state default 1\n}',
  ],
]

/** By the word, as they are looked up. */
export const FAMILY_WORDS: Readonly<Record<string, Word>> = Object.fromEntries(
  [...LINES, ...OPTION_LINES].flatMap(([words, text, example]) =>
    words.split(' ').map(word => [word, { text, example }]),
  ),
)
