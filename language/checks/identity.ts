import { spell } from '../../compiler/dialects/sqlite/types.ts'
import { forDialect } from '../../compiler/schema/dialect.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { integerDigits } from '../../compiler/schema/type-family.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import type { IdentityModifier } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { readExactNumber } from './fit/exact-number.ts'
import type { ColumnSubject, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Identity columns: what they count with, and where SQLite can count. */
export const checkIdentity: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.columns.values()) {
      const node = line.node.modifiers?.find(modifier => modifier.$type === 'IdentityModifier')
      if (node === undefined) continue
      checkMeaning(node, line, subject, table, report)
      if (targetsOf(subject, table.table.only, line.column.only).includes('sqlite'))
        inSqlite(node, line, table, subject, report)
    }
  }
}

function checkMeaning(
  node: IdentityModifier,
  { column, node: line }: ColumnSubject,
  subject: Subject,
  { table }: TableSubject,
  report: CheckReport,
): void {
  const types = targetsOf(subject, table.only, column.only).map(dialect => forDialect(column.type, dialect))
  const wrong = types.find(type => type !== undefined && !isInteger(type))
  if (wrong !== undefined) {
    const message = `\`${column.name}\` counts, and \`${typeText(wrong)}\` holds no whole numbers.`
    report.error({ code: 'MIG159', message, remedy: 'Write `bigint identity`.', place: { node } })
  }
  if (column.nullable) {
    const message = `\`${column.name}\` counts, so it is never null.`
    const index = line.types.findIndex(type => type.nullable)
    const place = { node: line, property: 'types', index: Math.max(index, 0) }
    report.error({
      code: 'MIG159',
      message,
      remedy: 'Remove the `?` after its type.',
      place,
      data: { column: column.name },
    })
  }
  if (subject.targets.includes('postgres')) checkNumbers(node, forDialect(column.type, 'postgres'), report)
}

function isInteger(type: Type): boolean {
  return type.kind === 'raw' || (type.kind === 'builtin' && integerDigits(type) !== undefined)
}

const SIZES: Readonly<Record<string, bigint>> = { smallint: 2n ** 15n, int: 2n ** 31n, bigint: 2n ** 63n }

/** What Postgres refuses of a sequence (CREATE SEQUENCE in the manual). */
function checkNumbers(node: IdentityModifier, type: Type | undefined, report: CheckReport): void {
  const size = type?.kind === 'builtin' ? (SIZES[type.name] ?? SIZES.bigint!) : SIZES.bigint!
  const step = readExactNumber(node.increment ?? '1')
  const refuse = (property: 'start' | 'increment', message: string, remedy: string) =>
    report.error({ code: 'MIG159', message, remedy, place: { node, property } })
  if (step === undefined || step.scale > 0 || step.digits === 0n || step.digits >= size) {
    refuse('increment', `It cannot count by ${node.increment}.`, 'Write a whole number other than 0.')
    return
  }
  if (node.start === undefined) return
  const start = readExactNumber(node.start)
  const fits = start !== undefined && start.scale === 0 && start.digits > 0n && start.negative === step.negative
  if (fits && start.digits <= (step.negative ? size : size - 1n)) return
  const range = step.negative ? 'below 0' : 'above 0'
  refuse(
    'start',
    `It cannot start at ${node.start}.`,
    `Write a whole number ${range} that the type of the column holds.`,
  )
}

/** AUTOINCREMENT is allowed on an INTEGER PRIMARY KEY of a rowid table only (autoinc.html). */
function inSqlite(
  node: IdentityModifier,
  { column }: ColumnSubject,
  { table }: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  const type = forDialect(column.type, 'sqlite')
  if (type === undefined || !isInteger(type)) return
  const key = table.constraints.find(item => item.kind === 'primary' && item.only !== 'postgres')
  const alone = key?.kind === 'primary' && key.columns.length === 1 && key.columns[0] === column.name
  const remedy = subject.targets.includes('postgres')
    ? 'Make it the primary key, or limit the column: `only postgres`.'
    : 'Make it the primary key, or leave `identity` out.'
  if (!alone) {
    const message = `SQLite counts only in the primary key, and \`${column.name}\` is not the primary key by itself.`
    report.error({ code: 'MIG160', message, remedy, place: { node }, data: { column: column.name } })
  } else if (table.withoutRowid) {
    const message = 'SQLite does not count in a table without rowid.'
    report.error({ code: 'MIG160', message, remedy: 'Leave `without rowid` out, or `identity`.', place: { node } })
  } else if (spell(type) !== 'INTEGER') {
    const message = `SQLite counts only in a column of the type INTEGER, and \`${column.name}\` is \`${typeText(type)}\` there.`
    report.error({ code: 'MIG160', message, remedy: `Write \`${column.name} bigint identity\`.`, place: { node } })
  }
}
