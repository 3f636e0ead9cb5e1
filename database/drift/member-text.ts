import type { Identity } from '../../compiler/schema/column.ts'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import type { IndexProperties, Parameters } from '../../compiler/schema/index-properties.ts'
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
export function identityText({ always, cycle, sequence, ...numbers }: Identity): string {
  const options = [
    ...Object.entries(numbers).map(([word, number]) => `${word} ${number}`),
    ...(cycle ? ['cycle'] : []),
    ...(sequence ? [`sequence ${nameText(sequence)}`] : []),
  ]
  return `identity${always ? ' always' : ''}${options.length === 0 ? '' : ` (${options.join(' ')})`}`
}

/** A key or a check of a catalog. */
export function constraintText(constraint: Constraint): string {
  const columns = (names: readonly string[]) => `(${names.map(quoteName).join(', ')})`
  switch (constraint.kind) {
    case 'check':
      return [
        `check (${constraint.sql.all ?? ''})`,
        ...(constraint.noInherit ? ['no inherit'] : []),
        ...(constraint.notValid ? ['not valid'] : []),
        ...(constraint.notEnforced ? ['not enforced'] : []),
      ].join(' ')
    case 'primary':
      return [`primary key ${columns(constraint.columns)}`, ...keyWords(constraint)].join(' ')
    case 'exclude':
      return [
        `exclude${constraint.using === undefined ? '' : ` using ${constraint.using}`}`,
        `(${constraint.keys.map(key => `${keyText(key)} with ${key.operator}`).join(', ')})`,
        ...keyWords(constraint),
        ...(constraint.where === undefined ? [] : [`where ${constraint.where.all ?? ''}`]),
      ].join(' ')
    case 'unique':
      return [
        `unique${constraint.nullsNotDistinct ? ' nulls not distinct' : ''} ${columns(constraint.columns)}`,
        ...keyWords(constraint),
      ].join(' ')
    case 'foreign':
      return [
        `foreign key ${columns(constraint.columns)} references ${nameText(constraint.target)} ${columns(constraint.targetColumns)}`,
        ...(constraint.match ? [`match ${constraint.match}`] : []),
        ...(constraint.onDelete ? [`on delete ${constraint.onDelete}`] : []),
        ...(constraint.onDeleteColumns ? [columns(constraint.onDeleteColumns)] : []),
        ...(constraint.onUpdate ? [`on update ${constraint.onUpdate}`] : []),
        ...(constraint.deferrable ? [`deferrable ${constraint.deferrable}`] : []),
        ...(constraint.notValid ? ['not valid'] : []),
        ...(constraint.notEnforced ? ['not enforced'] : []),
      ].join(' ')
  }
}

function keyWords(one: IndexProperties & { readonly deferrable?: string; readonly conflict?: string }): string[] {
  return [
    ...propertyWords(one),
    ...(one.deferrable ? [`deferrable ${one.deferrable}`] : []),
    ...(one.conflict ? [`on conflict ${one.conflict}`] : []),
  ]
}

function propertyWords(one: IndexProperties): string[] {
  return [
    ...(one.include === undefined ? [] : [`include (${one.include.map(quoteName).join(', ')})`]),
    ...(one.with === undefined ? [] : [`with (${parametersText(one.with)})`]),
    ...(one.tablespace === undefined ? [] : [`tablespace ${one.tablespace}`]),
    ...(one.clustered ? ['clustered'] : []),
    ...(one.replicaIdentity ? ['replica identity'] : []),
  ]
}

/** `fillfactor=70, autovacuum_enabled=false`. */
export function parametersText(parameters: Parameters): string {
  return parameters.map(([name, value]) => `${name}=${value}`).join(', ')
}

/** An index of a catalog, without its name. */
export function indexText(index: Index): string {
  return [
    ...(index.unique ? ['unique'] : []),
    ...(index.using === undefined ? [] : [`using ${index.using}`]),
    `(${index.keys.map(keyText).join(', ')})`,
    ...propertyWords({ include: index.include } as IndexProperties),
    ...(index.nullsNotDistinct ? ['nulls not distinct'] : []),
    ...propertyWords({ ...index, include: undefined } as IndexProperties),
    ...(index.where === undefined ? [] : [`where ${index.where.all ?? ''}`]),
  ].join(' ')
}

function keyText(key: IndexKey): string {
  return [
    key.column === undefined ? `(${key.sql?.all ?? ''})` : quoteName(key.column),
    ...(key.collate === undefined ? [] : [`collate ${key.collate}`]),
    ...(key.opclass === undefined ? [] : [key.opclass]),
    ...(key.opclassWith === undefined ? [] : [`(${parametersText(key.opclassWith)})`]),
    ...(key.statistics === undefined ? [] : [`statistics ${key.statistics}`]),
    ...(key.desc ? ['desc'] : []),
    ...(key.nulls === undefined ? [] : [`nulls ${key.nulls}`]),
  ].join(' ')
}
