import { CompletionItemKind } from 'vscode-languageserver-types'
import { nameText } from '../../../../compiler/schema/name.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import { canonicalType } from '../../../../compiler/schema/type-family.ts'
import { unquote } from '../../../literals/name-literal.ts'
import { VALUE_WORDS, writeName } from '../../../print/name.ts'
import type { Candidate } from '../candidate.ts'
import { textOf } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import type { Offer, Spot } from '../spot.ts'
import { lineColumn } from './line-column.ts'

/** What a default or a backfill can be: the values of the enum, calls and literals that the type holds. */
export const valueOffer: Offer = spot => {
  const { type, nullable } = valueType(spot)
  if (type === undefined)
    return [...CALLS, ...literals(undefined), NULL].map(item => ({ ...item, rank: item.rank + 1 }))
  if (type.kind === 'enum') return [...valuesOfEnum(type, spot.scene), ...(nullable ? [NULL] : [])]
  return [...literals(type), ...(nullable ? [NULL] : [])]
}

function valueType(spot: Spot): { readonly type?: Type; readonly nullable: boolean } {
  const column = spot.rules.includes('DroppedRule') ? droppedColumn(spot) : lineColumn(spot)
  if (column === undefined) return { nullable: true }
  const type = column.type.all ?? column.type.postgres ?? column.type.sqlite
  return {
    nullable: column.nullable && !spot.rules.includes('BackfillMod'),
    ...(type && { type: canonicalType(type) }),
  }
}

function droppedColumn({ scene, reads }: Spot) {
  const name = unquote(textOf(reads, 'DroppedRule.name') ?? '')
  return scene.pastTable?.columns.find(column => column.name === name)
}

function valuesOfEnum({ name }: Type & { kind: 'enum' }, scene: Scene): readonly Candidate[] {
  const key = nameText(name)
  return scene.enumValues(key).map(value => ({
    label: value,
    insert: writeName(value, VALUE_WORDS),
    kind: CompletionItemKind.EnumMember,
    detail: scene.writtenKey(key),
    rank: 0,
  }))
}

function call(name: string, detail: string): Candidate {
  const documentation = `Each database has its own spelling of \`${name}()\`.`
  return { label: `${name}()`, kind: CompletionItemKind.Function, detail, documentation, rank: 0 }
}

function literal(label: string, detail: string, snippet?: string): Candidate {
  return { label, kind: CompletionItemKind.Value, detail, rank: 0, ...(snippet !== undefined && { snippet }) }
}

const NOW = call('now', 'the moment of the transaction')
const TODAY = call('today', 'the day it is')
const UUID = call('uuid', 'a random identifier')
const CALLS: readonly Candidate[] = [NOW, TODAY, UUID]
const NULL: Candidate = { label: 'null', kind: CompletionItemKind.Keyword, rank: 3 }
const TRUE = literal('true', 'bool')
const FALSE = literal('false', 'bool')
const ZERO = literal('0', 'a number')
const TEXT = literal("''", 'a text', "'$1'")

const OF_TYPE: Readonly<Record<string, readonly Candidate[]>> = {
  bool: [FALSE, TRUE],
  date: [TODAY],
  timestamp: [NOW],
  timestamptz: [NOW],
  uuid: [UUID],
  json: [literal("'{}'", 'an empty object'), literal("'[]'", 'an empty list')],
  jsonb: [literal("'{}'", 'an empty object'), literal("'[]'", 'an empty list')],
  interval: [literal("'1 day'", 'a length of time', "'<1:1 day>'")],
  time: [literal("'00:00'", 'a time', "'<1:00:00>'")],
}

const NUMBERS: ReadonlySet<string> = new Set(['smallint', 'int', 'bigint', 'decimal', 'real', 'double', 'money'])

function literals(type: Type | undefined): readonly Candidate[] {
  if (type === undefined) return [TRUE, FALSE, TEXT, ZERO]
  if (type.kind === 'array') return [literal("'{}'", 'an empty array')]
  if (type.kind !== 'builtin') return []
  if (NUMBERS.has(type.name)) return [ZERO, literal('1', 'a number')]
  return OF_TYPE[type.name] ?? [TEXT]
}
