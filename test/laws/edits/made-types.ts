import type { Column } from '../../../compiler/schema/column.ts'
import { nameText, type QName, sameName } from '../../../compiler/schema/name.ts'
import type { CompositeObject, Field } from '../../../compiler/schema/objects/composite.ts'
import type { DomainObject } from '../../../compiler/schema/objects/domain.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { RangeObject } from '../../../compiler/schema/objects/range.ts'
import { isTypeObject, type TypeObject } from '../../../compiler/schema/objects/type-object.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import { objectDefinition } from '../../../compiler/steps/objects/definitions.ts'
import { usesOfTypes } from '../../../compiler/steps/objects/follow-type.ts'
import { builtin, COLUMN_NAMES, fresh } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyTable, type Notes, place, put, untouched } from './notes.ts'

const NAMES = ['mail', 'Level', 'point3', 'span', 'Odd Type', 'pair']
const FIELDS = ['x', 'y', 'Full Name', 'z', 'order']

/** Whether a name is one of the types that these edits make. */
export function isMadeType({ name }: QName): boolean {
  return NAMES.some(one => name === one || /^\d+$/.test(name.slice(one.length)))
}

function typesOf(draft: Draft): readonly TypeObject[] {
  return [...draft.objects.values()].filter(isTypeObject)
}

/** A domain, composite type or range, and a column of it. */
export function addType(draft: Draft, tape: Tape, before?: Schema): void {
  const isTaken = (name: string) =>
    [draft, before].some(schema => schema && [...schema.objects.values()].some(one => one.name.name === name))
  const name = { name: fresh(tape, NAMES, isTaken) }
  const object = tape.pick([randomDomain, randomDomain, randomComposite, randomRange])(draft, tape, name)
  draft.objects.set(objectKey(object), object)
  addColumnOf(draft, tape, object, before)
}

function baseOf(draft: Draft, tape: Tape): Type {
  const enums = [...draft.enums.values()]
  if (enums.length > 0 && tape.chance(4)) return { kind: 'enum', name: tape.pick(enums).name }
  return tape.pick([builtin('int'), builtin('text'), builtin('text')])
}

function randomDomain(draft: Draft, tape: Tape, name: QName): DomainObject {
  return withChecks({ kind: 'domain', name, type: { all: baseOf(draft, tape) }, checks: [] }, tape)
}

/** Checks that hold for whatever rows may have. */
function withChecks(domain: DomainObject, tape: Tape): DomainObject {
  const { default: _default, ...rest } = domain
  const type = domain.type.all!
  const isText = type.kind === 'builtin' && (type.name === 'text' || type.name === 'varchar')
  const isNumber = type.kind === 'builtin' && !isText
  const sql = isText ? 'length(value) < 100' : isNumber ? 'value > -1000' : 'value is not null or value is null'
  const checks = tape.chance(2) ? [{ name: tape.pick(['fair', 'Odd Check']), sql: { all: sql } }] : []
  const value = isText
    ? ({ kind: 'string', value: 'x' } as const)
    : isNumber
      ? ({ kind: 'number', text: '7' } as const)
      : undefined
  return { ...rest, checks, ...(value && tape.chance(3) && { default: value }) }
}

function randomField(draft: Draft, tape: Tape, taken: readonly Field[]): Field {
  const name = fresh(tape, FIELDS, one => taken.some(field => field.name === one))
  const domains = typesOf(draft).filter(({ kind }) => kind === 'domain')
  const type: Type =
    domains.length > 0 && tape.chance(4) ? { kind: 'enum', name: tape.pick(domains).name } : baseOf(draft, tape)
  return { name, type: { all: type }, ...(tape.chance(5) && { comment: 'A part' }) }
}

function randomComposite(draft: Draft, tape: Tape, name: QName): CompositeObject {
  const fields: Field[] = []
  for (let count = 1 + tape.next(3); count > 0; count--) fields.push(randomField(draft, tape, fields))
  return { kind: 'composite', name, fields, only: 'postgres' }
}

function randomRange(_draft: Draft, tape: Tape, name: QName): RangeObject {
  return { kind: 'range', name, subtype: { all: tape.pick([builtin('int'), builtin('decimal')]) }, only: 'postgres' }
}

function addColumnOf(draft: Draft, tape: Tape, object: TypeObject, before?: Schema): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const old = before?.tables.get(nameText(table.name))?.columns ?? []
  const name = fresh(tape, COLUMN_NAMES, one => [...table.columns, ...old].some(column => column.name === one))
  const plain: Type = { kind: 'enum', name: object.name }
  const isPostgres = object.only === 'postgres' || tape.chance(4)
  const type: Type = isPostgres && tape.chance(3) ? { kind: 'array', of: plain } : plain
  const column: Column = { name, type: { all: type }, nullable: true, ...(isPostgres && { only: 'postgres' }) }
  put(draft, { ...table, columns: [...table.columns, column] })
}

/** Another column of a type that is there. */
export function useType(draft: Draft, tape: Tape, _notes: Notes, before: Schema): void {
  const types = typesOf(draft)
  if (types.length > 0) addColumnOf(draft, tape, tape.pick(types), before)
}

/** Other checks, another base, other fields, another subtype. */
export function changeTypeObject(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const types = typesOf(draft)
  if (types.length === 0) return
  const object = tape.pick(types)
  const next = changed(draft, tape, notes, before, object)
  draft.objects.set(objectKey(next), next)
}

function changed(draft: Draft, tape: Tape, notes: Notes, before: Schema, object: TypeObject): TypeObject {
  switch (object.kind) {
    case 'domain': {
      const type = object.type.all!
      const isWider = tape.chance(2) && type.kind === 'builtin' && type.name === 'int'
      return withChecks(isWider ? { ...object, type: { all: builtin('bigint') } } : object, tape)
    }
    case 'range':
      return { ...object, subtype: { all: builtin('decimal') } }
    case 'composite':
      return changedFields(draft, tape, notes, before, object)
  }
}

function changedFields(
  draft: Draft,
  tape: Tape,
  notes: Notes,
  before: Schema,
  object: CompositeObject,
): CompositeObject {
  const key = nameText(object.name)
  const { fields } = object
  const old = before.objects.get(objectKey(object))
  const had = old?.kind === 'composite' ? old.fields : []
  const at = tape.next(fields.length)
  switch (tape.next(4)) {
    case 0:
      return { ...object, fields: [...fields, randomField(draft, tape, [...fields, ...had])] }
    case 1:
      return fields.length < 2 ? object : { ...object, fields: fields.toReversed() }
    case 2:
      return fields.length < 2 ? object : { ...object, fields: fields.toSpliced(at, 1) }
    default: {
      const from = fields[at]!.name
      if (!had.some(field => field.name === from) || !untouched(notes, 'field', key, from)) return object
      const to = fresh(tape, FIELDS, one => [...fields, ...had].some(field => field.name === one))
      notes.renames.push({ kind: 'field', in: key, from, to, place })
      return { ...object, fields: fields.map(field => (field.name === from ? { ...field, name: to } : field)) }
    }
  }
}

/** Whether a column or another object holds a type. */
export function isUsed(draft: Draft, object: TypeObject): boolean {
  const names = [...draft.tables.values()].flatMap(table => table.columns.flatMap(({ type }) => usesOfTypes(type)))
  const others = [...draft.objects.values()].flatMap(one =>
    one === object ? [] : objectDefinition(one).uses(one as never),
  )
  return [...names, ...others].some(used => used.space === 'type' && sameName(used.name, object.name))
}
