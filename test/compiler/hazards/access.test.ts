import { expect, test } from 'vitest'
import { type PlanRequest, planChange } from '../../../compiler/compile.ts'
import { loadProject } from '../../../language/load.ts'

function load(text: string) {
  const project = `project p {\ntargets postgres 15, sqlite 3.38\n}\n${text}`
  const loaded = loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? project : undefined))
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return loaded
}

/** What is said of access on the way from one text to another: code, object and message. */
function told(before: string, after: string): readonly string[] {
  const { schema, hints } = load(after)
  const request: PlanRequest = { before: load(before).schema, after: schema, hints, targets: ['postgres', 'sqlite'] }
  return planChange(request)
    .hazards.filter(({ code }) => ['MIG250', 'MIG251', 'MIG252'].includes(code))
    .map(({ code, object, message }) => `${code} ${object}: ${message}`)
}

const only = (...lines: readonly string[]) => lines.map(line => line.replace(/$/, ' only postgres\n')).join('')

const OBJECTS = `table orders {
  id int primary
  total int
}
table notes {
  id int primary
}
view v = \`select id from orders\`
function f(a int) returns int language sql only postgres = \`select a\`
`

test('MIG250 a grant that goes or shrinks takes access, unless the role has it otherwise or what it is on goes', () => {
  const before = only(
    'grant select, insert, update on orders to app',
    'grant select on v to reader',
    'grant execute on function f(int) to reader',
    'grant usage on language plpgsql to reader',
    'grant select on notes to reader, app',
    'grant select (total) on orders to reader',
    'grant update on orders to writer',
  )
  const after = only(
    'grant select, update (total) on orders to app',
    'grant select on orders to public',
    'grant update on orders to writer with grant option',
    'revoke execute on function f(int) from public',
    'revoke execute on function g() from public',
  )
  const created = 'function g() returns int language sql only postgres = `select 1`\n'
  const without = OBJECTS.replace(/table notes \{[^}]*\}\n/, 'dropped table notes\n')
  expect(told(OBJECTS + before, without + created + after)).toEqual([
    'MIG250 grant on v to reader: The role reader loses select on v: running programs that do it as reader are refused.',
    'MIG250 grant on function f(integer) to reader: The role reader loses execute on function f(integer): running programs that do it as reader are refused.',
    'MIG250 grant on orders to app: The role app loses insert, update on orders: running programs that do it as app are refused.',
    'MIG250 grant on function f(integer) from public: Everybody who is not granted it loses execute on function f(integer): running programs that do it are refused.',
  ])
  expect(told(without + created + after, OBJECTS + before)).toEqual([
    'MIG250 grant on orders to public: Everybody who is not granted it loses select on orders: running programs that do it are refused.',
    'MIG251 grant on function f(integer) from public: Every role of the server, those that come later among them, gets execute on function f(integer).',
  ])
})

test('MIG251 a right to write is given to everybody, one to read is not told', () => {
  const grants = only('grant select, insert, update (total) on orders to public', 'grant all on notes to public')
  expect(told(OBJECTS, OBJECTS + grants).toSorted()).toEqual([
    'MIG251 grant on notes to public: Every role of the server, those that come later among them, gets delete, insert, references, trigger, truncate, update on notes.',
    'MIG251 grant on orders to public: Every role of the server, those that come later among them, gets insert, update (total) on orders.',
  ])
})

const secured = (name: string, ...lines: readonly string[]) =>
  `table ${name} {\n  id int primary\n${lines.map(line => `  ${line} only postgres\n`).join('')}}\n`

test('MIG252 row security hides rows, MIG251 its end shows them', () => {
  const policy = 'policy p using `id > 0`'
  const off = secured('a') + secured('b') + secured('c', 'row security', policy)
  const on = secured('a', 'row security') + secured('b', 'row security', policy) + secured('n', 'row security')
  expect(told(off, on + secured('c', 'row security', 'force row security', policy))).toEqual([
    'MIG252 a: Row security of a is switched on, and no policy allows anything: all rows are hidden from everybody but the owner of the table.',
    'MIG252 b: Row security of b is switched on: everybody but the owner of the table sees only the rows that its policies allow.',
    'MIG252 c: Row security of c holds for its owner, too: everybody, the owner of the table among them, sees only the rows that its policies allow.',
  ])
  expect(told(on, secured('a') + secured('b'))).toEqual([
    'MIG251 a: Row security of a is switched off: everybody who may read or write the table reaches all its rows.',
    'MIG251 b: Row security of b is switched off: everybody who may read or write the table reaches all its rows.',
  ])
})

test('policies open and hide rows; one that goes and comes under another name does neither', () => {
  const before = secured(
    'orders',
    'row security',
    'policy own to app using `id > 0`',
    'policy wide using `id > 1`',
    'policy old to app using `id > 2`',
    'policy less as restrictive using `id > 3`',
    'policy meant using `id > 4`',
  )
  const after = secured(
    'orders',
    'row security',
    'policy own to app, reader using `id > 0`',
    'policy wide to app using `id > 1`',
    'policy new to app using `id > 2`',
    'policy more using `id > 5`',
    'policy strict as restrictive using `id > 6`',
  )
  expect(told(before, `${after}dropped policy meant on orders\n`).toSorted()).toEqual([
    'MIG251 policy orders.less: The policy less no longer forbids rows of orders to everybody.',
    'MIG251 policy orders.more: The policy more opens rows of orders to everybody, beside what the other policies allow.',
    'MIG251 policy orders.own: The policy own is for app, reader from now on: more roles reach rows of orders.',
    'MIG252 policy orders.strict: The policy strict is restrictive: rows of orders that it does not allow are hidden, whatever the others say.',
    'MIG252 policy orders.wide: The policy wide is for other roles from now on: rows of orders are hidden from running programs that it was for.',
  ])
  expect(told(secured('t', 'row security', 'policy p using `true`'), secured('t', 'row security'))).toEqual([
    'MIG252 policy t.p: The last policy of t that allows anything goes: all rows are hidden from everybody but the owner of the table.',
  ])
})
