import { nameText, type QName, sameName } from '../../../schema/name.ts'
import { multirangeOf, type RangeObject } from '../../../schema/objects/range.ts'
import { typeObject } from '../../../schema/objects/type-object.ts'
import type { Type } from '../../../schema/type.ts'
import type { AlterEnum } from '../../../steps/step.ts'
import { quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { columnKey } from './column.ts'
import { holdsPlainly, isArray } from './enum-columns.ts'
import { draftTable, liveColumn } from './live.ts'
import { hasBound, withBounds } from './range-bounds.ts'
import type { Rendering } from './rendering.ts'

/** A column that holds an enum within a domain or a composite type, and its type while none of them was set aside. */
export interface ColumnAround {
  readonly table: QName
  readonly name: string
  readonly type: Type
}

/** How values of a type are found and turned in a column that is set aside: `form` is its type meanwhile. */
interface Search {
  readonly work: Rendering
  readonly name: QName
  readonly found: (value: string, form: Form) => string
  readonly turned: (value: string, form: Form) => string
  /** The same of the text of a range, whose bounds are values. */
  readonly inRange?: {
    readonly found: (value: string) => string
    readonly turned: (value: string, isMany: boolean) => string
  }
}

/** The columns of the database that hold an enum within types of the project. */
export function columnsAround(work: Rendering, name: QName, orPlain = false): readonly ColumnAround[] {
  return [...work.live.tables.values()].flatMap(({ name: table }) =>
    (draftTable(work, table)?.columns ?? []).flatMap(({ name: column }): readonly ColumnAround[] => {
      const live = liveColumn(work, table, column)
      if (live === undefined || live.generated !== undefined) return []
      const isAside = work.reasons.has(columnKey(table, column))
      const type = (isAside ? draftTable(work, table)!.columns.find(one => one.name === column)! : live).type.all!
      return (orPlain || !isPlainly(type, name)) && reaches(work, type, name) ? [{ table, name: column, type }] : []
    }),
  )
}

/** The counts of rows that hold one of some values in columns that are set aside. */
export function countsAside(
  work: Rendering,
  columns: readonly ColumnAround[],
  name: QName,
  values: readonly string[],
): readonly string[] {
  return columns.flatMap(({ table, name: column, type }) => {
    const form = formOf(work, table, column)
    if (form === undefined) return []
    const turned = (value: string) => value
    const inRange = { found: (value: string) => hasBound(value, values), turned }
    const search = { work, name, found: oneOf(values.map(quoteString).join(', ')), turned, inRange }
    const test = holds(search, quoteIdentifier(column), type, form)
    return [`(select count(*) from ${quoteQName(table)} where ${test})`]
  })
}

/** The statements that turn the values of an enum in columns that are set aside. */
export function turnAside(
  work: Rendering,
  columns: readonly ColumnAround[],
  name: QName,
  moves: AlterEnum['moves'],
): readonly string[] {
  if (moves.length === 0) return []
  const found = oneOf(moves.map(({ value }) => quoteString(value)).join(', '))
  const turned = (value: string, form: Form) => {
    const say = (to: string) => (form === 'jsonb' ? `to_jsonb(${quoteString(to)}::text)` : quoteString(to))
    const cases = moves.map(move => `when ${quoteString(move.value)} then ${say(move.to)}`)
    return `case ${form === 'jsonb' ? textOf(value) : value} ${cases.join(' ')} else ${value} end`
  }
  const gone = moves.map(({ value }) => value)
  const inRange = {
    found: (value: string) => hasBound(value, gone),
    turned: (value: string, isMany: boolean) => withBounds(value, moves, isMany),
  }
  return updates({ work, name, found, turned, inRange }, columns)
}

/** The statements that give fields of a composite type other names in columns that are set aside. */
export function renameAside(work: Rendering, name: QName, renames: AlterEnum['renames']): readonly string[] {
  const columns = columnsAround(work, name, true)
  const found = (value: string) => `jsonb_typeof(${value}) = 'object'`
  const turned = (value: string) => {
    const pairs = renames.map(({ from, to }) => `${quoteString(to)}, ${value} -> ${quoteString(from)}`)
    const rest = renames.map(({ from }) => ` - ${quoteString(from)}`).join('')
    const whole = `(${value}${rest}) || jsonb_build_object(${pairs.join(', ')})`
    return `case when ${found(value)} then ${whole} else ${value} end`
  }
  return updates({ work, name, found, turned }, columns)
}

function updates(search: Search, columns: readonly ColumnAround[]): readonly string[] {
  const { work } = search
  return columns.flatMap(({ table, name: column, type }) => {
    const form = formOf(work, table, column)
    if (form === undefined) return []
    const quoted = quoteIdentifier(column)
    const set = `${quoted} = ${turned(search, quoted, type, form)}`
    return [`update ${quoteQName(table)} set ${set} where ${holds(search, quoted, type, form)}`]
  })
}

function oneOf(values: string): Search['found'] {
  return (value, form) => `${form === 'jsonb' ? textOf(value) : value} in (${values})`
}

type Form = 'text' | 'text[]' | 'jsonb'

function formOf(work: Rendering, table: QName, name: string): Form | undefined {
  const column = liveColumn(work, table, name)
  const type = column?.type.all
  if (column === undefined || type?.kind !== 'raw' || !work.reasons.has(columnKey(table, name))) return undefined
  if (type.sql === 'jsonb') return 'jsonb'
  return isArray(column) ? 'text[]' : 'text'
}

function isPlainly(type: Type, name: QName): boolean {
  if (type.kind === 'array') return isPlainly(type.of, name)
  return type.kind === 'enum' && sameName(type.name, name)
}

function reaches(work: Rendering, type: Type, name: QName, passed: readonly QName[] = []): boolean {
  const items = itemsOfText(type)
  if (items !== undefined) return reaches(work, items, name, passed)
  const range = rangeIn(work, type)
  if (range !== undefined && type.kind === 'raw')
    return work.draft.enums.has(nameText(name)) && reaches(work, own(range.subtype)!, name, passed)
  if (type.kind !== 'enum') return false
  if (sameName(type.name, name)) return true
  const object = passed.some(one => sameName(one, type.name)) ? undefined : typeObject(work.draft, type.name)
  const next = [...passed, type.name]
  if (object?.kind === 'domain') return reaches(work, own(object.type)!, name, next)
  if (object?.kind === 'range') {
    return work.draft.enums.has(nameText(name)) && reaches(work, own(object.subtype)!, name, next)
  }
  return object?.kind === 'composite' && object.fields.some(field => reaches(work, own(field.type)!, name, next))
}

function own({ all, postgres }: { readonly all?: Type; readonly postgres?: Type }): Type | undefined {
  return postgres ?? all
}

/** The type without the domains around it. */
export function baseOf(work: Rendering, type: Type): Type {
  const object = type.kind === 'enum' ? typeObject(work.draft, type.name) : undefined
  return object?.kind === 'domain' ? baseOf(work, own(object.type)!) : type
}

interface Part {
  readonly name: string
  readonly type: Type
}

/** The fields of a composite type that hold the enum. */
function partsOf({ work, name }: Search, type: Type): readonly Part[] {
  const object = type.kind === 'enum' ? typeObject(work.draft, type.name) : undefined
  if (object?.kind !== 'composite') return []
  return object.fields.flatMap(field => {
    const of = own(field.type)!
    return reaches(work, of, name, [object.name]) ? [{ name: field.name, type: of }] : []
  })
}

/** The condition that a value of some form holds one of the values. */
function holds(search: Search, value: string, declared: Type, form: Form): string {
  const type = baseOf(search.work, declared)
  const items = itemsOfText(type)
  if (items !== undefined) {
    if (form === 'jsonb') return `exists (select ${itemsOf(value)} where ${holds(search, 'i.v', items, 'jsonb')})`
    return `exists (select from unnest(${value}::text[]) i (v) where ${holds(search, 'i.v', items, 'text')})`
  }
  const parts = isWanted(search, type) ? [] : partsOf(search, type)
  if (parts.length > 0) {
    return `(${parts.map(part => holds(search, fieldOf(value, part), part.type, form)).join(' or ')})`
  }
  if (isRange(search, type)) return search.inRange!.found(form === 'jsonb' ? textOf(value) : value)
  return search.found(value, form)
}

/** A value of some form with others in the place of the values. */
function turned(search: Search, value: string, declared: Type, form: Form): string {
  const type = baseOf(search.work, declared)
  const items = itemsOfText(type)
  if (items !== undefined) {
    if (form === 'jsonb') {
      const all = `(select jsonb_agg(${turned(search, 'i.v', items, 'jsonb')} order by i.n) ${itemsOf(value)})`
      return `case when jsonb_typeof(${value}) = 'array' then coalesce(${all}, '[]') else ${value} end`
    }
    const all = `array(select ${turned(search, 'i.v', items, 'text')} from unnest(${value}::text[]) with ordinality i (v, n) order by i.n)`
    return form === 'text' ? `${all}::text` : all
  }
  const parts = isWanted(search, type) ? [] : partsOf(search, type)
  if (parts.length > 0) {
    const pairs = parts.map(
      part => `${quoteString(part.name)}, ${turned(search, fieldOf(value, part), part.type, 'jsonb')}`,
    )
    const whole = `${value} || jsonb_build_object(${pairs.join(', ')})`
    return `case when jsonb_typeof(${value}) = 'object' then ${whole} else ${value} end`
  }
  if (isRange(search, type)) {
    const next = search.inRange!.turned(form === 'jsonb' ? textOf(value) : value, type.kind === 'raw')
    return form === 'jsonb' ? `to_jsonb(${next})` : next
  }
  return search.turned(value, form)
}

/** The range that a type is, or whose multirange it is: that one has no declaration, so its name stands in the text as it is. */
function rangeIn(work: Rendering, type: Type): RangeObject | undefined {
  if (type.kind === 'raw')
    return [...work.draft.objects.values()].find(
      (object): object is RangeObject => object.kind === 'range' && holdsPlainly(type, multirangeOf(object)),
    )
  const object = type.kind === 'enum' ? typeObject(work.draft, type.name) : undefined
  return object?.kind === 'range' ? object : undefined
}

/** What an array holds, be it one of a type that is given as a text. */
function itemsOfText(type: Type): Type | undefined {
  if (type.kind === 'array') return type.of
  const of = type.kind === 'raw' ? /^(.*?)(?:\s*\[\d*\])+$/.exec(type.sql.trim())?.[1] : undefined
  return of === undefined ? undefined : { kind: 'raw', sql: of }
}

/** Whether a type is a range over the enum, or its multirange. */
function isRange({ work, inRange }: Search, type: Type): boolean {
  return inRange !== undefined && rangeIn(work, type) !== undefined
}

function isWanted({ name }: Search, type: Type): boolean {
  return type.kind === 'enum' && sameName(type.name, name)
}

function fieldOf(value: string, { name }: Part): string {
  return `(${value} -> ${quoteString(name)})`
}

function textOf(value: string): string {
  return `(${value} #>> '{}')`
}

/** The items of an array in JSON; nothing else has any (JSON Functions). */
function itemsOf(value: string): string {
  return `from jsonb_array_elements(case jsonb_typeof(${value}) when 'array' then ${value} else '[]' end) with ordinality i (v, n)`
}
