import type { Column } from '../../../schema/column.ts'
import type { Check } from '../../../schema/constraint.ts'
import { makeObjectName } from '../../../schema/made-name.ts'
import { nameText } from '../../../schema/name.ts'
import type { Enum } from '../../../schema/objects.ts'
import type { Type } from '../../../schema/type.ts'
import { canonicalType } from '../../../schema/type-family.ts'
import { quoteIdentifier, quoteString } from '../quote.ts'

/**
 * The check that stands for what a type means and SQLite does not know: the values of an enum, true and false, JSON.
 * The values are sorted, since SQLite has no order of values: a new order alone changes nothing.
 */
export function impliedCheck(
  table: string,
  column: Pick<Column, 'name' | 'nullable'>,
  type: Type,
  enums: ReadonlyMap<string, Enum>,
): Check | undefined {
  const name = quoteIdentifier(column.name)
  const check = (label: ImpliedLabel, sql: string): Check => ({
    kind: 'check',
    name: makeObjectName(table, column.name, label),
    sql: { all: sql },
  })
  const known = canonicalType(type)
  if (known.kind === 'enum') {
    const values = enums.get(nameText(known.name))?.values ?? []
    return check('enum', `${name} in (${[...values].sort().map(quoteString).join(', ')})`)
  }
  if (known.kind === 'builtin' && known.name === 'bool') return check('bool', `${name} in (0, 1)`)
  const isJson = known.kind === 'builtin' && (known.name === 'json' || known.name === 'jsonb')
  return isJson || known.kind === 'array' ? check('json', jsonSql(name, column.nullable)) : undefined
}

/** Old versions answer 0 for json_valid(NULL), new ones NULL (json1.html, section 4.12). */
function jsonSql(name: string, nullable: boolean): string {
  return nullable ? `${name} is null or json_valid(${name})` : `json_valid(${name})`
}

type ImpliedLabel = 'enum' | 'bool' | 'json'

const LABELS: readonly ImpliedLabel[] = ['enum', 'bool', 'json']

/** Whether a check carries a name that `impliedCheck`, or a domain, gives to that column. */
export function isImpliedName(name: string, table: string, column: string): boolean {
  if (LABELS.some(label => makeObjectName(table, column, label) === name)) return true
  const label = /domain\d*$/.exec(name)?.[0]
  return label !== undefined && makeObjectName(table, column, label) === name
}
