import { descendantsOf } from '../../../compiler/schema/inheritance.ts'
import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import { isTypeObject } from '../../../compiler/schema/objects/type-object.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import { fresh, q, qualified, takenRelation } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyTable } from './notes.ts'

const postgres = { only: 'postgres' } as const
const NAMES = ['totals', 'Odd Totals', 'snapshot']

function add(draft: Draft, object: DbObject): void {
  draft.objects.set(objectKey(object), object)
}

function isTaken(draft: Draft, name: string): boolean {
  return takenRelation(draft, name) || [...draft.objects.values()].some(one => one.name.name === name)
}

/** Something that hangs on a table, a function or a type; only Postgres has it. */
export function addDependant(draft: Draft, tape: Tape): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const one = tape.pick([
    addMaterializedView,
    addPolicy,
    addRule,
    addProcedure,
    addFunctionOfType,
    addViewOfType,
    addGrant,
    addAggregate,
    addThing,
  ])
  one(draft, tape, table.name)
}

function addPolicy(draft: Draft, tape: Tape, table: QName): void {
  const name = { name: tape.pick(['own', 'Odd Policy']) }
  const using = tape.pick(['id is not null', 'id is not null or true'])
  const command = tape.chance(2) ? ({ command: 'select' } as const) : {}
  add(draft, { kind: 'policy', name, table, using, ...command, ...postgres })
}

function addRule(draft: Draft, tape: Tape, table: QName): void {
  const sql = { all: tape.pick(['on update do also nothing', 'on delete do also nothing']) }
  add(draft, { kind: 'rule', name: { name: 'kept' }, table, sql, ...postgres })
}

function addGrant(draft: Draft, tape: Tape, table: QName): void {
  const role = tape.pick(['app', 'Odd role'])
  const names = tape.pick([['select'], ['insert', 'select'], ['delete', 'select', 'update']])
  const privileges = names.map(name => ({ name }))
  const grantable = tape.chance(3) ? ({ grantable: true } as const) : {}
  add(draft, { kind: 'grant', name: table, on: 'table', role, privileges, ...grantable, ...postgres })
}

function addAggregate(draft: Draft, tape: Tape): void {
  const name = { name: tape.pick(['summed', 'Odd Sum']) }
  if (tape.chance(2) && isTaken(draft, name.name)) return
  const made = { sfunc: { name: 'int4pl' }, stype: 'integer', ...(tape.chance(2) && { initcond: '0' }) }
  const options = { ...(tape.chance(2) && { parallel: 'safe' as const }), ...(tape.chance(3) && { comment: 'A sum' }) }
  add(draft, { kind: 'aggregate', name, arguments: [{ type: 'integer' }], ...made, ...options, ...postgres })
}

/** What the language has no word for. */
function addThing(draft: Draft, tape: Tape): void {
  const things: readonly DbObject[] = [
    {
      kind: 'object',
      name: { name: 'ordering' },
      create: { all: `create collation "Odd Order" (locale = '${tape.pick(['C', 'POSIX'])}')` },
      ...postgres,
    },
    {
      kind: 'object',
      name: { name: 'words' },
      create: { all: `create text search configuration words (copy = ${tape.pick(['english', 'simple'])})` },
      ...postgres,
    },
    {
      kind: 'object',
      name: { name: 'docs' },
      create: { all: `create virtual table docs using fts5(title, ${tape.pick(['body', 'body, tokenize = porter'])})` },
      only: 'sqlite',
    },
  ]
  add(draft, tape.pick(things))
}

function addProcedure(draft: Draft, tape: Tape, on: QName): void {
  const name = { name: fresh(tape, ['work', 'Odd Work'], one => isTaken(draft, one)) }
  const sql = { all: `delete from ${qualified(on)} where false` }
  add(draft, { kind: 'procedure', name, arguments: [], language: 'sql', sql, ...postgres })
}

/** The rows of heirs may have the numbers of their parents'. */
function addMaterializedView(draft: Draft, tape: Tape, on: QName): void {
  const name = { name: fresh(tape, NAMES, one => isTaken(draft, one)) }
  const isUnique = descendantsOf(draft.tables, nameText(on)).length === 0
  const indexes = tape.chance(2)
    ? [{ name: `${name.name}_by_id`, ...(isUnique && { unique: true as const }), keys: [{ column: 'id' }] }]
    : []
  const sql = { all: `select t.id from ${qualified(on)} t` }
  add(draft, { kind: 'materialized view', name, sql, indexes, ...(tape.chance(3) && { comment: 'Kept' }), ...postgres })
}

function anyType(draft: Draft, tape: Tape): string | undefined {
  const types = [...draft.objects.values()].filter(isTypeObject)
  if (types.length === 0) return undefined
  const { name } = tape.pick(types).name
  // As the text of an argument's type has it: with quotes only where Postgres would fold the name.
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : q(name)
}

function addFunctionOfType(draft: Draft, tape: Tape): void {
  const type = anyType(draft, tape)
  if (type === undefined) return
  const name = { name: fresh(tape, ['told', 'Odd Told'], one => isTaken(draft, one)) }
  const returns = tape.pick(['text', type, `${type}[]`])
  const sql = { all: returns === 'text' ? 'select a::text' : returns === type ? 'select a' : 'select array[a]' }
  const options = { language: 'sql', volatility: 'stable' } as const
  add(draft, { kind: 'function', name, arguments: [{ name: 'a', type }], returns, ...options, sql, ...postgres })
}

function addViewOfType(draft: Draft, tape: Tape): void {
  const type = anyType(draft, tape)
  if (type === undefined || isTaken(draft, 'casts')) return
  draft.views.set('casts', { name: { name: 'casts' }, sql: { postgres: `select null::${type} as id` }, ...postgres })
}

/** Drops what hangs on a relation. */
export function dropDependants(draft: Draft, name: QName): void {
  for (const [key, object] of [...draft.objects]) {
    const hangs =
      object.kind === 'policy' || object.kind === 'rule'
        ? nameText(object.table) === nameText(name)
        : object.kind === 'grant'
          ? nameText(object.name) === nameText(name)
          : object.kind === 'materialized view' && object.sql.all?.endsWith(`from ${q(name.name)} t`)
    if (hangs) draft.objects.delete(key)
  }
}
