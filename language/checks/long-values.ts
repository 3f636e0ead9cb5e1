import type { Column } from '../../compiler/schema/column.ts'
import { forDialect, isFor } from '../../compiler/schema/dialect.ts'
import { baseType } from '../../compiler/schema/objects/type-object.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Check } from './check.ts'
import type { Subject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Parameters of long values at tables that can hold none: Postgres takes them without a word and keeps nothing (CREATE TABLE). */
export const checkLongValues: Check = (subject, report) => {
  for (const { node, key, table, isWhole } of subject.scope.tables) {
    const said = table.with?.find(([name]) => name.startsWith('toast.'))
    if (said === undefined || !isWhole || !targetsOf(subject, table.only).includes('postgres')) continue
    if (canBeLong(table.columns, subject)) continue
    const index = node.parameters.findIndex(({ name }) => name.startsWith('toast.'))
    const message = `\`${said[0]}\` is about long values, and \`${key}\` has no column for any: Postgres keeps no such parameter there.`
    const remedy = 'Leave it out until there is a column such as `text` or `jsonb`.'
    report.error({ code: 'MIG144', message, remedy, place: { node, property: 'parameters', index } })
  }
}

/** The bytes of a row up to which Postgres surely keeps no value elsewhere (TOAST_TUPLE_THRESHOLD in its source, less the head of a row). */
const SURELY_SHORT = 1900
const WIDEST_CHARACTER = 4

function canBeLong(columns: readonly Column[], { schema }: Subject): boolean {
  const own = columns.filter(column => isFor(column, 'postgres'))
  if (own.some(({ storage }) => storage !== undefined)) return true
  const sizes = own.flatMap(({ type }) => {
    const found = forDialect(type, 'postgres')
    return found === undefined ? [] : longest(found, baseType(schema, found, 'postgres'))
  })
  return sizes.reduce((sum, size) => sum + size, 0) > SURELY_SHORT
}

const FIXED = new Set(
  `smallint int bigint real double bool uuid date time timestamp timestamptz timetz interval macaddr macaddr8 money point line
  lseg box circle name oid pg_lsn`.split(/\s+/),
)

/** How many bytes a value has at most. Of a domain Postgres knows no length, unless all values of its base have the same. */
function longest(type: Type, base: Type): number {
  if (base.kind === 'enum') return 4
  if (base.kind !== 'builtin') return Number.POSITIVE_INFINITY
  if (FIXED.has(base.name)) return 64
  if (type.kind !== 'builtin' || !['varchar', 'char', 'decimal', 'bit', 'varbit'].includes(type.name))
    return Number.POSITIVE_INFINITY
  const length = type.args?.[0] ?? (type.name === 'char' || type.name === 'bit' ? 1 : Number.POSITIVE_INFINITY)
  return length * WIDEST_CHARACTER + 8
}
