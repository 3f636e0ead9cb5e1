import { spell } from '../../compiler/dialects/sqlite/types.ts'
import { affinityOf } from '../../compiler/schema/affinity.ts'
import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { canonicalType } from '../../compiler/schema/type-family.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { columnPlace } from './column-place.ts'
import { columnsOfTarget } from './foreign-key-target.ts'
import type { ForeignLine, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Foreign keys whose columns cannot be compared with those that they go to. */
export const checkForeignKeyTypes: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.keys) if (line.kind === 'foreign') checkLine(line, table, subject, report)
  }
}

function checkLine(line: ForeignLine, table: TableSubject, subject: Subject, report: CheckReport): void {
  const target = subject.tables.get(line.target)
  if (target === undefined) return
  const targetColumns = columnsOfTarget(line, target)
  if (targetColumns.length !== line.columns.length) return
  for (const [index, name] of line.columns.entries()) {
    const from = table.columns.get(name)?.column
    const to = target.columns.get(targetColumns[index]!)?.column
    if (from === undefined || to === undefined) continue
    for (const dialect of targetsOf(subject, table.table.only, line.only)) {
      const types = [forDialect(from.type, dialect), forDialect(to.type, dialect)] as const
      if (types[0] === undefined || types[1] === undefined || isComparable(types[0], types[1], dialect)) continue
      const there = `${target.key}.${to.name}`
      const message = `\`${name}\` is \`${typeText(types[0])}\`, and \`${there}\`, where the foreign key goes, is \`${typeText(types[1])}\`.`
      const remedy = `Make \`${name}\` \`${typeText(types[1])}\` too.`
      const data = { column: name, type: typeText(types[1]) }
      const severity = dialect === 'postgres' ? 'error' : 'warning'
      report.add(severity, { code: 'MIG167', message, remedy, place: columnPlace(line, index), data })
      break
    }
  }
}

/**
 * What Postgres compares, by the type of the foreign key: the types of the column it goes to. Others it refuses with
 * 42804, the numbers of the left side that are wider than those of the right among them.
 */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  smallint: ['int', 'bigint', 'decimal', 'real', 'double', 'oid'],
  int: ['smallint', 'bigint', 'decimal', 'real', 'double', 'oid'],
  bigint: ['smallint', 'int', 'decimal', 'real', 'double', 'oid'],
  decimal: ['real', 'double'],
  real: ['double'],
  double: ['real'],
  text: ['varchar', 'char', 'name'],
  varchar: ['text', 'char', 'name'],
  char: ['text', 'varchar', 'name'],
  name: ['text', 'varchar'],
  citext: ['text', 'varchar'],
  date: ['timestamp', 'timestamptz'],
  timestamp: ['date', 'timestamptz'],
  timestamptz: ['date', 'timestamp'],
  time: ['timetz', 'interval'],
  inet: ['cidr'],
  cidr: ['inet'],
  macaddr: ['macaddr8'],
  macaddr8: ['macaddr'],
  bit: ['varbit'],
  varbit: ['bit'],
}

/** Whether a foreign key can go from a column of one type to one of another. */
export function isComparable(from: Type, to: Type, dialect: DialectName): boolean {
  const [one, two] = [canonicalType(from), canonicalType(to)]
  if (dialect === 'sqlite') return sameAffinity(one, two)
  if (one.kind === 'raw' || two.kind === 'raw') return true
  if (one.kind === 'builtin' && two.kind === 'builtin') {
    return one.name === two.name || (COMPARED[one.name] ?? []).includes(two.name)
  }
  const bare = (type: Type): Type =>
    type.kind === 'array' ? { kind: 'array', of: bare(type.of) } : withoutArguments(type)
  return typeText(bare(one)) === typeText(bare(two))
}

function withoutArguments(type: Type): Type {
  return type.kind === 'builtin' ? { kind: 'builtin', name: type.name } : type
}

/** SQLite refuses nothing, but a text never equals a number that it is compared with as it is (datatype3.html, section 4.2). */
function sameAffinity(one: Type, two: Type): boolean {
  const [a, b] = [spell(one), spell(two)]
  if (a === undefined || b === undefined) return true
  const isNumber = (declared: string) => ['INTEGER', 'REAL', 'NUMERIC'].includes(affinityOf(declared))
  const [first, second] = [affinityOf(a), affinityOf(b)]
  return first === second || (isNumber(a) && isNumber(b)) || first === 'BLOB' || second === 'BLOB'
}
