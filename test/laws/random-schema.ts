import type { Column } from '../../compiler/schema/column.ts'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import { madeName } from '../../compiler/schema/made-name.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { type Draft, draftOf, EMPTY_SCHEMA, type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { constraintParts, indexParts } from '../../compiler/steps/follow/made-members.ts'
import { sameConstraintDefinition } from '../../compiler/steps/same.ts'
import { addDependant } from './edits/dependants.ts'
import { addFunction, addSequence } from './edits/family.ts'
import { addType, isMadeType } from './edits/made-types.ts'
import { anyOrdinary, isOrdinary } from './edits/notes.ts'
import { addRarity } from './edits/rarities.ts'
import { defaultFor } from './random-default.ts'
import { withMember } from './random-member.ts'
import type { Tape } from './tape.ts'

export const TABLE_NAMES = [
  'users',
  'orders',
  'order',
  'Order Items',
  'user',
  'notes',
  'a"b',
  'tags',
  'größe',
  'group',
  'log',
  'x',
]
export const COLUMN_NAMES = [
  'name',
  'total',
  'order',
  'Full Name',
  'check',
  'value',
  'key',
  'a"b',
  'type',
  'index',
  'länge',
  'note',
  'day',
  'state',
  'by',
  'n',
]
const ENUM_NAMES = ['status', 'Mood', 'level']
export const VALUES = ['pending', 'paid', 'sent', 'in progress', "it's", 'done', 'lost', 'Ünder']

/** A name inside SQL text. */
export function q(name: string): string {
  return /^(users|orders|notes|tags|log|x|name|total|note|day|state|n|id|status|level|kin|capitals|roots|(events|measures)(_\d)*)$/.test(
    name,
  )
    ? name
    : `"${name.replaceAll('"', '""')}"`
}

/** A qualified name inside SQL text. */
export function qualified({ schema, name }: QName): string {
  return schema === undefined ? q(name) : `${schema}.${q(name)}`
}

export function builtin(name: string, ...args: number[]): Type {
  return args.length === 0 ? { kind: 'builtin', name } : { kind: 'builtin', name, args }
}

/** A schema that both engines accept, with rows of any kind in mind. */
export function randomSchema(tape: Tape): Schema {
  const draft = draftOf(EMPTY_SCHEMA)
  for (let count = tape.next(3); count > 0; count--) addEnum(draft, tape)
  for (let count = 1 + tape.next(4); count > 0; count--) addTable(draft, tape)
  for (let count = tape.next(3); count > 0; count--) addForeignKey(draft, tape)
  for (let count = tape.next(4); count > 0; count--) addRarity(draft, tape)
  for (let count = tape.next(3); count > 0; count--) addView(draft, tape)
  if (tape.chance(3)) addTrigger(draft, tape)
  for (let count = tape.next(3); count > 0; count--) addFunction(draft, tape)
  if (tape.chance(3)) addSequence(draft, tape)
  for (let count = tape.next(3); count > 0; count--) addType(draft, tape)
  for (let count = tape.next(4); count > 0; count--) addDependant(draft, tape)
  return draft
}

/** The first of some names that is free, with a digit behind it when none is. */
export function fresh(tape: Tape, names: readonly string[], taken: (name: string) => boolean): string {
  const start = tape.next(names.length)
  for (let at = 0; at < names.length; at++) {
    const name = names[(start + at) % names.length]!
    if (!taken(name)) return name
  }
  for (let number = 1; ; number++) if (!taken(`${names[start]}${number}`)) return `${names[start]}${number}`
}

export function addEnum(draft: Draft, tape: Tape): void {
  const name = { name: fresh(tape, ENUM_NAMES, candidate => draft.enums.has(nameText({ name: candidate }))) }
  const start = tape.next(VALUES.length)
  const count = 2 + tape.next(4)
  const values = Array.from({ length: count }, (_, at) => VALUES[(start + at) % VALUES.length]!)
  draft.enums.set(nameText(name), { name, values, ...(tape.chance(3) && { comment: 'Where it stands' }) })
}

export function takenRelation(draft: Draft, name: string): boolean {
  const key = nameText({ name })
  if (draft.tables.values().some(table => table.name.name === name)) return true
  return draft.views.has(key) || draft.objects.has(`materialized view ${key}`)
}

export function addTable(draft: Draft, tape: Tape): void {
  const name = { name: fresh(tape, TABLE_NAMES, candidate => takenRelation(draft, candidate)) }
  const table: Table = { name, columns: [keyColumn(tape)], constraints: [], indexes: [] }
  let built = withConstraint(table, { kind: 'primary', name: '', columns: ['id'] })
  for (let count = tape.next(5); count > 0; count--)
    built = { ...built, columns: [...built.columns, randomColumn(draft, built, tape)] }
  for (let count = tape.next(4); count > 0; count--) built = withMember(built, tape)
  if (tape.chance(8)) built = { ...built, comment: "What it's for" }
  draft.tables.set(nameText(name), built)
}

function keyColumn(tape: Tape): Column {
  switch (tape.next(4)) {
    case 0:
    case 1:
      return {
        name: 'id',
        type: { all: builtin(tape.pick(['int', 'bigint'])) },
        nullable: false,
        identity: { always: false },
      }
    case 2:
      return { name: 'id', type: { all: builtin('uuid') }, nullable: false, default: { kind: 'call', name: 'uuid' } }
    default:
      return { name: 'id', type: { all: builtin('text') }, nullable: false }
  }
}

export function randomType(draft: Draft, tape: Tape): Type {
  const enums = [...draft.enums.values()]
  switch (tape.next(13)) {
    case 0:
      return builtin('text')
    case 1:
      return builtin('int')
    case 2:
      return builtin('varchar', 20 + tape.next(3) * 10)
    case 3:
      return builtin('bool')
    case 4:
      return builtin('decimal', 12, 2)
    case 5:
      return builtin('date')
    case 6:
      return builtin('timestamptz')
    case 7:
      return builtin('smallint')
    case 8:
      return builtin('jsonb')
    case 9:
      return builtin('bigint')
    case 10:
      return builtin('uuid')
    default: {
      if (enums.length === 0) return builtin('text')
      const type: Type = { kind: 'enum', name: tape.pick(enums).name }
      return tape.chance(5) ? { kind: 'array', of: type } : type
    }
  }
}

export function randomColumn(draft: Draft, table: Table, tape: Tape): Column {
  const name = fresh(tape, COLUMN_NAMES, candidate => table.columns.some(column => column.name === candidate))
  const text = table.columns.find(column => typeName(column) === 'text' && column.name !== 'id' && !column.generated)
  if (text !== undefined && !text.nullable && tape.chance(6)) {
    return {
      name,
      type: { all: builtin('text') },
      nullable: true,
      generated: { sql: { all: `${q(text.name)} || '!'` }, stored: true },
    }
  }
  const type = randomType(draft, tape)
  const nullable = tape.chance(2)
  const value = tape.chance(2) ? defaultFor(draft, type, tape) : undefined
  return { name, type: { all: type }, nullable, ...(value && { default: value }) }
}

export function typeName(column: Column): string {
  const type = column.type.all!
  if (column.only !== undefined || (type.kind === 'enum' && isMadeType(type.name))) return 'made'
  return type.kind === 'builtin' ? type.name : type.kind
}

/** Adds a key or a check; a name left empty is made as the language makes it. */
export function withConstraint(table: Table, constraint: Constraint): Table {
  const taken = (name: string) => table.constraints.some(item => item.name === name)
  const { words, label } = constraintParts(constraint)
  const name = constraint.name === '' ? madeName(table.name.name, words, label, taken) : constraint.name
  const twin = table.constraints.some(item => sameConstraintDefinition({ ...item, name }, { ...constraint, name }))
  return twin || taken(name) ? table : { ...table, constraints: [...table.constraints, { ...constraint, name }] }
}

export function withIndex(table: Table, index: Index): Table {
  const taken = (name: string) => table.indexes.some(item => item.name === name)
  const { words, label } = indexParts(index)
  const name = index.name === '' ? madeName(table.name.name, words, label, taken) : index.name
  return { ...table, indexes: [...table.indexes, { ...index, name }] }
}

/** A new nullable column that references another table, or the same. */
export function addForeignKey(draft: Draft, tape: Tape, before?: Schema): void {
  const tables = [...draft.tables.values()].filter(isOrdinary)
  if (tables.length === 0) return
  const from = tape.pick(tables)
  const to = tape.pick(tables)
  if (to.unlogged && !from.unlogged) return
  const key = to.columns.find(column => column.name === 'id')
  if (key === undefined || !to.constraints.some(item => item.kind === 'primary' && item.columns.length === 1)) return
  const old = before?.tables.get(nameText(from.name))?.columns ?? []
  const name = fresh(tape, ['parent', 'owner', 'Made By'], candidate =>
    [...from.columns, ...old].some(column => column.name === candidate),
  )
  const column: Column = { name, type: key.type, nullable: true }
  const onDelete = tape.pick([undefined, 'cascade', 'set null', 'restrict'] as const)
  const linked = withConstraint(
    { ...from, columns: [...from.columns, column] },
    {
      kind: 'foreign',
      name: '',
      columns: [name],
      target: to.name,
      targetColumns: ['id'],
      ...(onDelete && { onDelete }),
    },
  )
  draft.tables.set(nameText(from.name), linked)
}

export function addView(draft: Draft, tape: Tape): void {
  const name = {
    name: fresh(tape, ['recent', 'All Things', 'summary', 'v'], candidate => takenRelation(draft, candidate)),
  }
  const views = [...draft.views.values()]
  if (views.length > 0 && tape.chance(2)) {
    const base = tape.pick(views)
    const only = base.only && { only: base.only }
    draft.views.set(nameText(name), { name, sql: { all: `select b.id from ${qualified(base.name)} b` }, ...only })
    return
  }
  const table = tape.pick([...draft.tables.values()])
  const only = table.only && { only: table.only }
  const columns = table.columns
    .filter((column, at) => column.name === 'id' || (at % 2 === 1 && column.only === undefined))
    .map(column => `t.${q(column.name)}`)
  draft.views.set(nameText(name), {
    name,
    sql: { all: `select ${columns.join(', ')}\nfrom ${qualified(table.name)} t\nwhere t.id is not null` },
    ...only,
  })
}

export function addTrigger(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  const other = anyOrdinary(draft, tape)
  if (table === undefined || other === undefined) return
  const trigger = {
    name: fresh(tape, ['touch', 'On Change'], candidate =>
      [...draft.triggers.values()].some(item => item.name === candidate),
    ),
    table: table.name,
    sql: { sqlite: `after delete begin update ${q(other.name.name)} set id = id where id = old.id; end` },
    only: 'sqlite' as const,
  }
  draft.triggers.set(triggerKey(trigger), trigger)
}
