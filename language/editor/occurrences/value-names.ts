import type { DomainDeclaration, EnumDeclaration, Value } from '../../generated/ast.ts'
import type { ColumnHome } from './column-homes.ts'
import type { Known } from './known-names.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector, Owner } from './name-collector.ts'
import { sqlPiecesOf } from './sql-piece.ts'
import { addTextValues } from './text-values.ts'

const OWN_VALUES: ReadonlySet<string> = new Set(['null', 'true', 'false'])

/** The names in a default or a backfill: values of the column's enum, as names, as texts or in SQL. */
export function addValueNames(
  value: Value | undefined,
  what: 'default' | 'hint',
  owner: Owner,
  column: ColumnHome | undefined,
  collector: NameCollector,
): void {
  if (value === undefined) return
  const { tokens, names, context } = collector
  const subject = { what, owner: owner.node, context, ...(column && { column }) }
  collector.sql.push(...sqlPiecesOf(value.sql, tokens, subject))
  addEnumValue(value, column && names.enumOf(column.node, column.context), collector)
}

/** The names in the default of a domain. */
export function addDomainDefault(node: DomainDeclaration, value: Value | undefined, collector: NameCollector): void {
  if (value === undefined) return
  collector.sql.push(...sqlPiecesOf(value.sql, collector.tokens, { what: 'body' }))
  addEnumValue(value, collector.names.enumOf(node, collector.context), collector)
}

function addEnumValue(value: Value, type: Known<EnumDeclaration> | undefined, collector: NameCollector): void {
  const { tokens, names } = collector
  if (type === undefined || value.call) return
  const [at, to] = tokens.of(value)
  if (at >= to) return
  if (value.string !== undefined) {
    const placeOf = (offset: number) => tokens.range(at).start + offset
    addTextValues({ text: tokens.text(at), value: value.string, placeOf, endOf: placeOf }, type, collector)
  } else if (
    value.name !== undefined &&
    !OWN_VALUES.has(value.name) &&
    names.valuesOf(type.node).has(tokens.value(at))
  ) {
    collector.add(at, 'enum value', memberKey(type.key, tokens.value(at)), 'reference')
  }
}
