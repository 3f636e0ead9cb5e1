import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import { closest } from '../edit-distance.ts'
import type { TypeSpelling } from '../generated/ast.ts'
import { SQL_HABITS } from '../messages/sql-habits.ts'
import type { Context } from './context.ts'
import { notImported } from './not-imported.ts'

/** What people write who come from SQL or another tool, and what it is called here. */
const SYNONYMS: Readonly<Record<string, string>> = {
  integer: 'int',
  int2: 'smallint',
  int4: 'int',
  int8: 'bigint',
  tinyint: 'smallint',
  serial: 'int identity',
  serial4: 'int identity',
  bigserial: 'bigint identity',
  serial8: 'bigint identity',
  smallserial: 'smallint identity',
  serial2: 'smallint identity',
  numeric: 'decimal',
  number: 'decimal',
  float: 'double',
  float4: 'real',
  float8: 'double',
  boolean: 'bool',
  string: 'text',
  clob: 'text',
  character: 'char',
  nvarchar: 'varchar',
  blob: 'bytes',
  bytea: 'bytes',
  binary: 'bytes',
  datetime: 'timestamp',
  guid: 'uuid',
}

/** Reports a type that nothing declares, with the one that is probably meant. */
export function unknownType(node: TypeSpelling, name: string, context: Context): void {
  const file = context.names.hiddenIn(name)
  if (file !== undefined) {
    notImported(name, file, { node, property: 'name' }, context)
    return
  }
  const meant = SYNONYMS[name.toLowerCase()] ?? closest(name, [...BUILTIN_TYPES, ...context.names.typeNames()])
  const remedy =
    habitOf(node) ??
    (meant === undefined
      ? `Declare it (\`enum ${name} { … }\` or \`type ${name} = …\`), or put a type that only the database knows in backticks.`
      : `Did you mean \`${meant}\`?`)
  const part = { node, property: 'name' }
  const kept = keptSerial(node, meant)
  context.report.error(
    'MIG120',
    `There is no type \`${name}\`.`,
    kept ?? remedy,
    part,
    meant === undefined ? { name } : { name, meant },
  )
}

/** `serial` makes a column, a default and a sequence: each can be kept by its own line. */
function keptSerial(node: TypeSpelling, meant: string | undefined): string | undefined {
  const column = node.$container
  if (!meant?.endsWith(' identity') || column?.$type !== 'ColumnDeclaration') return undefined
  const table = 'name' in column.$container ? (column.$container.name ?? 't') : 't'
  const [type] = meant.split(' ')
  const sequence = `${table}_${column.name}_seq`
  const as = type === 'bigint' ? '' : ` as ${type}`
  return `Did you mean \`${meant}\`? What \`serial\` made already is kept by \`${type} default\` with SQL in backticks, \`nextval('${sequence}')\`, and a line \`sequence ${sequence}${as} owned by ${table}.${column.name}\`.`
}

/** Lines that SQL starts in another way read as columns of a strange type. */
function habitOf({ $container: column }: TypeSpelling): string | undefined {
  if (column?.$type !== 'ColumnDeclaration') return undefined
  if (column.name === 'constraint') return SQL_HABITS.constraint
  if (column.name === 'references') return SQL_HABITS.references
  return undefined
}
