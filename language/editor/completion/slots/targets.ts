import { CompletionItemKind } from 'vscode-languageserver-types'
import { forDialect, type PerDialect } from '../../../../compiler/schema/dialect.ts'
import { nameText } from '../../../../compiler/schema/name.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import { typeText } from '../../../../compiler/schema/type-text.ts'
import { isComparable } from '../../../checks/foreign-key-types.ts'
import { readName } from '../../../literals/name-literal.ts'
import type { Candidate } from '../candidate.ts'
import { keyColumnOf, type TableFacts, uniqueColumnsOf } from '../facts.ts'
import { textOf, textsOf } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import type { Offer, Spot } from '../spot.ts'
import { ownColumns, ownFacts } from './columns.ts'
import { lineColumn } from './line-column.ts'
import { singularOf } from './singular.ts'

/** The tables that a foreign key can go to: those first whose primary key it fits, and of them the ones it is named after. */
export const targetOffer: Offer = spot => {
  const columns = sourceColumns(spot)
  const [schema] = spot.qualifier
  return tablesOf(spot.scene, schema, (facts, name) => {
    const key = keyColumnOf(facts)
    const fits = columns.length === 1 && key !== undefined && fitsType(columns[0]!.type, key.type, spot.scene)
    const isMeant = columns.some(column => isNamedAfter(column.name, name))
    const detail = key === undefined ? undefined : `${key.name} ${shownType(key.type)}`
    return { rank: fits ? (isMeant ? 0 : 1) : isMeant ? 2 : 3, ...(detail !== undefined && { detail }) }
  })
}

/** The columns of the target that a foreign key can go to. */
export const targetColumnOffer: Offer = spot => {
  const { scene, reads } = spot
  const facts = targetOf(spot)
  if (facts === undefined) return []
  const [column] = sourceColumns(spot)
  const unique = uniqueColumnsOf(facts)
  const key = keyColumnOf(facts)
  const keys = new Set(
    facts.constraints.flatMap(item => (item.kind === 'primary' || item.kind === 'unique' ? item.columns : [])),
  )
  const listed = new Set(textsOf(reads, 'Foreign.targetColumns'))
  const isOne = spot.slot === 'ReferenceMod.column'
  return ownColumns(
    facts.columns.filter(one => (isOne ? unique : keys).has(one.name)),
    listed,
  ).map(item => {
    const type = facts.columns.find(one => one.name === item.label)?.type
    const fits = column === undefined || type === undefined || fitsType(column.type, type, scene)
    return { ...item, rank: (item.label === key?.name ? 0 : 1) + (fits ? 0 : 2) }
  })
}

/** The table that the foreign key of a line goes to. */
export function targetOf({ scene, reads }: Pick<Spot, 'scene' | 'reads'>): TableFacts | undefined {
  const written = textOf(reads, 'ReferenceMod.target') ?? textOf(reads, 'Foreign.target')
  return written === undefined ? undefined : scene.table(scene.keyOf(written))
}

type Source = { readonly name: string; readonly type: PerDialect<Type> }

function sourceColumns(spot: Spot): readonly Source[] {
  const column = lineColumn(spot)
  if (column !== undefined) return [column]
  const names = textsOf(spot.reads, 'ColumnList.columns')
  return ownFacts(spot)?.columns.filter(one => names.includes(one.name)) ?? []
}

function fitsType(from: Source['type'], to: Source['type'], scene: Scene): boolean {
  return scene.targets.every(dialect => {
    const [one, two] = [forDialect(from, dialect), forDialect(to, dialect)]
    return one === undefined || two === undefined || isComparable(one, two, dialect)
  })
}

function isNamedAfter(column: string, table: string): boolean {
  return column.startsWith(`${singularOf(table)}_`) || column.startsWith(`${table}_`) || column === singularOf(table)
}

function shownType(type: Source['type']): string {
  const one = Object.values(type).find(item => item !== undefined)
  return one === undefined ? '' : typeText(one)
}

/** Tables as candidates; with a schema before them, its tables alone. */
export function tablesOf(
  scene: Scene,
  schema: string | undefined,
  more: (facts: TableFacts, name: string) => Pick<Candidate, 'rank' | 'detail'>,
): readonly Candidate[] {
  const found: Candidate[] = []
  for (const key of scene.tables.keys()) {
    const facts = scene.table(key)
    if (facts === undefined) continue
    const written = scene.writtenKey(key)
    const name = readName(written)
    if (schema !== undefined && name.schema !== schema) continue
    const isPlain = schema !== undefined || name.schema === undefined
    const label = isPlain ? name.name : written
    const insert = isPlain ? nameText({ name: name.name }) : written
    found.push({
      label,
      insert,
      kind: CompletionItemKind.Class,
      documentation: facts.comment,
      ...more(facts, name.name),
    })
  }
  return found
}
