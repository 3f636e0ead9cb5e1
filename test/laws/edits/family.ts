import { columnsOf } from '../../../compiler/schema/constraint.ts'
import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import type { FunctionObject } from '../../../compiler/schema/objects/function.ts'
import { idOf, labelOf, objectKey } from '../../../compiler/schema/objects/object-key.ts'
import { plainSequence, type SequenceObject } from '../../../compiler/schema/objects/sequence.ts'
import { isTypeObject } from '../../../compiler/schema/objects/type-object.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import { usesOfSql } from '../../../compiler/steps/objects/uses-of-sql.ts'
import { fresh, q, qualified, takenRelation } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { isUsed } from './made-types.ts'
import type { Notes } from './notes.ts'
import { anyTable, place, put, untouched } from './notes.ts'

const FUNCTION_NAMES = ['rate', 'shown', 'Odd Fn', 'total', 'f']
const SEQUENCE_NAMES = ['numbers', 'Odd Seq', 'ticks']
const postgres = { only: 'postgres' } as const

function takenFunction(draft: Draft, name: string): boolean {
  return [...draft.objects.values()].some(one => 'language' in one && one.name.name === name)
}

/** A function of numbers, of an enum's value, of a table's rows, or one that counts them; only Postgres has it. */
export function addFunction(draft: Draft, tape: Tape): void {
  const name = { name: fresh(tape, FUNCTION_NAMES, one => takenFunction(draft, one)) }
  const object = randomFunction(draft, tape, name)
  draft.objects.set(objectKey(object), object)
  if (isNumeric(object)) useFunction(draft, tape, object)
}

function randomFunction(draft: Draft, tape: Tape, name: QName): FunctionObject {
  const base = { kind: 'function', name, ...postgres } as const
  const table = qualified(tape.pick([...draft.tables.values()]).name)
  const enums = [...draft.enums.values()]
  switch (tape.next(enums.length > 0 ? 5 : 4)) {
    case 0:
      return numeric(name, tape)
    case 1:
      return {
        ...base,
        arguments: [],
        returns: 'bigint',
        language: 'sql',
        volatility: 'stable',
        sql: { all: `select count(*) from ${table}` },
      }
    case 2:
      return {
        ...base,
        arguments: [],
        returns: `setof ${table}`,
        language: 'sql',
        volatility: 'stable',
        sql: { all: `select * from ${table}` },
      }
    case 3: {
      const body = `begin return (select count(*) from ${table}); end`
      return {
        ...base,
        arguments: [{ name: 'a', type: 'integer' }],
        returns: 'bigint',
        language: 'plpgsql',
        sql: { all: body },
      }
    }
    default: {
      const type = q(tape.pick(enums).name.name)
      return {
        ...base,
        arguments: [{ name: 'e', type }],
        returns: 'text',
        language: 'sql',
        volatility: 'stable',
        sql: { all: 'select e::text' },
      }
    }
  }
}

function numeric(name: QName, tape: Tape): FunctionObject {
  const returns = tape.pick(['integer', 'bigint'])
  const argument = { name: tape.pick(['a', 'n']), type: 'integer', ...(tape.chance(2) && { default: '1' }) }
  const sql = { all: `select (${q(argument.name)} * ${1 + tape.next(3)})::${returns}` }
  const comment = tape.chance(3) ? { comment: 'A number' } : {}
  return {
    kind: 'function',
    name,
    arguments: [argument],
    returns,
    language: 'sql',
    volatility: 'immutable',
    sql,
    ...comment,
    ...postgres,
  }
}

function isNumeric({ kind, ...object }: DbObject): boolean {
  return (
    kind === 'function' &&
    'arguments' in object &&
    object.arguments[0]?.type === 'integer' &&
    'language' in object &&
    object.language === 'sql'
  )
}

/** Calls a function of a number in the default of a column, or in a view. */
function useFunction(draft: Draft, tape: Tape, object: DbObject): void {
  const call = `${q(object.name.name)}(2)`
  const table = anyTable(draft, tape)
  const column = table?.columns.find(
    one =>
      one.type.all?.kind === 'builtin' &&
      one.type.all.name === 'int' &&
      one.default === undefined &&
      !one.identity &&
      !one.generated &&
      !table.constraints.some(item => columnsOf(item).includes(one.name)),
  )
  if (table !== undefined && column !== undefined) {
    const value = { kind: 'sql', sql: { postgres: call, sqlite: '2' } } as const
    put(draft, { ...table, columns: table.columns.map(one => (one === column ? { ...one, default: value } : one)) })
  } else if (!takenRelation(draft, 'calls')) {
    draft.views.set('calls', {
      name: { name: 'calls' },
      sql: { postgres: `select ${call} as id`, sqlite: 'select 2 as id' },
    })
  }
}

/** Another body, another result, or another name for the argument. */
export function changeFunction(draft: Draft, tape: Tape): void {
  const objects = [...draft.objects.values()].filter(isNumeric)
  if (objects.length === 0) return
  const old = tape.pick(objects)
  const next = { ...numeric(old.name, tape) }
  draft.objects.set(objectKey(next), next)
}

/** A sequence from which a column may take its numbers. */
export function addSequence(draft: Draft, tape: Tape): void {
  const name = {
    name: fresh(
      tape,
      SEQUENCE_NAMES,
      one => takenRelation(draft, one) || draft.objects.has(`sequence ${nameText({ name: one })}`),
    ),
  }
  const sequence = randomSequence(name, tape)
  draft.objects.set(objectKey(sequence), sequence)
}

function randomSequence(name: QName, tape: Tape): SequenceObject {
  const start = tape.chance(2) ? { start: String(10 + tape.next(5)) } : {}
  const increment = tape.chance(2) ? { increment: String(1 + tape.next(3)) } : {}
  return plainSequence({
    kind: 'sequence',
    name,
    ...start,
    ...increment,
    ...(tape.chance(3) && { cycle: true }),
    ...postgres,
  })
}

/** Other options. */
export function changeSequence(draft: Draft, tape: Tape): void {
  const sequences = [...draft.objects.values()].filter(one => one.kind === 'sequence')
  if (sequences.length === 0) return
  const next = randomSequence(tape.pick(sequences).name, tape)
  draft.objects.set(objectKey(next), next)
}

/** Another name for a function or a sequence that was there before, which all that uses it follows. */
export function renameFamilyMember(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const objects = [...draft.objects].filter(
    ([key, one]) =>
      one.kind !== 'grant' &&
      one.kind !== 'object' &&
      before.objects.has(key) &&
      untouched(notes, one.kind, undefined, labelOf(idOf(one))),
  )
  if (objects.length === 0) return
  const [, object] = tape.pick(objects)
  const names = object.kind === 'sequence' ? SEQUENCE_NAMES : FUNCTION_NAMES
  const isTaken = (name: string) =>
    [draft, before].some(one => [...one.objects.values()].some(other => other.name.name === name)) ||
    takenFunction({ ...draft, objects: new Map(before.objects) }, name) ||
    takenRelation(draft, name) ||
    before.objects.has(`sequence ${nameText({ name })}`) ||
    draft.objects.has(`sequence ${nameText({ name })}`)
  const from = idOf(object)
  const to = { ...from, name: { name: fresh(tape, names, isTaken) } }
  applyStep(draft, { kind: 'rename object', from, to })
  for (const [at, hint] of notes.renames.entries()) {
    if (hint.kind === 'field' && hint.in === labelOf(from)) notes.renames[at] = { ...hint, in: labelOf(to) }
  }
  notes.renames.push({ kind: object.kind, from: labelOf(from), to: labelOf(to), place })
}

/** Drops a function or sequence, and whatever uses it. */
export function dropFamilyMember(draft: Draft, tape: Tape): void {
  if (draft.objects.size === 0) return
  const object = tape.pick([...draft.objects.values()])
  if (!isTypeObject(object) || !isUsed(draft, object)) dropObject(draft, object)
}

/** Drops the functions that name a relation or a type. */
export function dropFunctionsOn(draft: Draft, name: QName): void {
  for (const object of [...draft.objects.values()]) {
    if (object.kind !== 'function' && object.kind !== 'procedure') continue
    const texts = [
      object.sql.all ?? '',
      ...object.arguments.map(one => one.type),
      object.kind === 'function' ? (object.returns ?? '') : '',
    ]
    if (draft.objects.has(objectKey(object)) && texts.some(text => text.includes(q(name.name))))
      dropObject(draft, object)
  }
}

function dropObject(draft: Draft, object: DbObject): void {
  draft.objects.delete(objectKey(object))
  const uses = (sql: string | undefined) =>
    sql !== undefined && usesOfSql(sql).some(use => use.name.name === object.name.name)
  for (const view of [...draft.views.values()]) if (uses(view.sql.postgres)) dropViewWithReaders(draft, view.name)
  for (const table of [...draft.tables.values()]) {
    const columns = table.columns.map(column => {
      if (column.default?.kind !== 'sql' || !uses(column.default.sql.postgres)) return column
      const { default: _default, ...rest } = column
      return rest
    })
    if (columns.some((column, at) => column !== table.columns[at])) put(draft, { ...table, columns })
  }
}

function dropViewWithReaders(draft: Draft, name: QName): void {
  draft.views.delete(nameText(name))
  for (const view of [...draft.views.values()]) {
    if (view.sql.all?.includes(`from ${q(name.name)} b`)) dropViewWithReaders(draft, view.name)
  }
}
