import type { Identity } from '../../compiler/schema/column.ts'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { Index, IndexKey } from '../../compiler/schema/table-index.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import type { Value } from '../../compiler/schema/value.ts'

/** A type of a catalog, as the database writes it. */
export function catalogType(type: Type): string {
  if (type.kind === 'array') return `${catalogType(type.of)}[]`
  return type.kind === 'raw' ? type.sql : typeText(type)
}

/** A default of a catalog, as SQL. */
export function catalogValue(value: Value): string {
  switch (value.kind) {
    case 'string':
    case 'enum value':
      return `'${value.value.replaceAll("'", "''")}'`
    case 'number':
      return value.text
    case 'bool':
      return String(value.value)
    case 'sql':
      return value.sql.all ?? ''
    case 'call':
      return `${value.name}()`
    case 'null':
      return 'null'
  }
}

/** `identity always (start 100)`. */
export function identityText({ always, start, increment }: Identity): string {
  const options = [start && `start ${start}`, increment && `increment ${increment}`].filter(text => text !== undefined)
  return `identity${always ? ' always' : ''}${options.length === 0 ? '' : ` (${options.join(' ')})`}`
}

/** A key or a check of a catalog. */
export function constraintText(constraint: Constraint): string {
  const columns = (names: readonly string[]) => `(${names.map(quoteName).join(', ')})`
  switch (constraint.kind) {
    case 'check':
      return `check (${constraint.sql.all ?? ''})`
    case 'primary':
      return `primary key ${columns(constraint.columns)}`
    case 'unique':
      return [
        `unique${constraint.nullsNotDistinct ? ' nulls not distinct' : ''} ${columns(constraint.columns)}`,
        ...(constraint.deferrable ? [`deferrable ${constraint.deferrable}`] : []),
      ].join(' ')
    case 'foreign':
      return [
        `foreign key ${columns(constraint.columns)} references ${nameText(constraint.target)} ${columns(constraint.targetColumns)}`,
        ...(constraint.match ? [`match ${constraint.match}`] : []),
        ...(constraint.onDelete ? [`on delete ${constraint.onDelete}`] : []),
        ...(constraint.onUpdate ? [`on update ${constraint.onUpdate}`] : []),
        ...(constraint.deferrable ? [`deferrable ${constraint.deferrable}`] : []),
      ].join(' ')
  }
}

/** An index of a catalog, without its name. */
export function indexText(index: Index): string {
  return [
    ...(index.unique ? ['unique'] : []),
    ...(index.using === undefined ? [] : [`using ${index.using}`]),
    `(${index.keys.map(keyText).join(', ')})`,
    ...(index.include === undefined ? [] : [`include (${index.include.map(quoteName).join(', ')})`]),
    ...(index.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...(index.with === undefined ? [] : [`with (${index.with.map(([name, value]) => `${name}=${value}`).join(', ')})`]),
    ...(index.where === undefined ? [] : [`where ${index.where.all ?? ''}`]),
  ].join(' ')
}

function keyText(key: IndexKey): string {
  return [
    key.column === undefined ? `(${key.sql?.all ?? ''})` : quoteName(key.column),
    ...(key.collate === undefined ? [] : [`collate ${key.collate}`]),
    ...(key.opclass === undefined ? [] : [key.opclass]),
    ...(key.desc ? ['desc'] : []),
    ...(key.nulls === undefined ? [] : [`nulls ${key.nulls}`]),
  ].join(' ')
}
