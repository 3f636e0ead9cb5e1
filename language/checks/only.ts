import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { type TypeObject, typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { type OuterTable, outerTables } from '../../compiler/steps/objects/outer-tables.ts'
import { readName } from '../literals/name-literal.ts'
import type { Check } from './check.ts'
import type { CheckReport, Place } from './check-report.ts'
import { columnPlace } from './column-place.ts'
import type { IndexLine, KeyLine, Subject, TableSubject } from './subject.ts'
import { DATABASE, otherThan, targetsOf } from './targets.ts'

/** Things that need something which is limited to the other database. */
export const checkOnly: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of [...table.keys, ...table.indexes]) checkColumns(line, table, subject, report)
    for (const line of table.keys) if (line.kind === 'foreign') checkTarget(line, table, subject, report)
    checkTypes(table, subject, report)
  }
  let outer: ReturnType<typeof outerTables> | undefined
  for (const { node, context } of subject.scope.declarations) {
    if (node.$type !== 'TriggerDeclaration' || node.table === undefined) continue
    const key = nameText(context.names.qualify(node.table))
    const declared = subject.tables.get(key)?.table ?? subject.schema.views.get(key)
    if (declared === undefined) outer ??= outerTables(subject.schema.objects.values())
    const only = declared === undefined ? onlyOf(outer?.get(key)) : declared.only
    const lacking = without(only, targetsOf(subject, node.only))
    const place = { node, property: 'table' }
    if (lacking !== undefined) notThere(`\`${key}\``, 'the trigger', lacking, place, report)
  }
}

/** The one database that a foreign or virtual table is in. */
function onlyOf(table: OuterTable | undefined): DialectName | undefined {
  if (table?.postgres !== undefined && table.sqlite !== undefined) return undefined
  return table?.postgres !== undefined ? 'postgres' : table && 'sqlite'
}

/** The target that a thing is for, and that what it needs is not in. */
function without(only: DialectName | undefined, targets: readonly DialectName[]): DialectName | undefined {
  return only === undefined ? undefined : targets.find(target => target !== only)
}

function notThere(needed: string, by: string, dialect: DialectName, place: Place, report: CheckReport): void {
  const limit = otherThan(dialect)
  const message = `${needed} is not in ${DATABASE[dialect]}, and ${by} is.`
  const remedy = `Limit ${by} too: \`only ${limit}\`.`
  report.error({ code: 'MIG199', message, remedy, place, data: { dialect, only: limit } })
}

function checkColumns(line: KeyLine | IndexLine, table: TableSubject, subject: Subject, report: CheckReport): void {
  const by = 'kind' in line ? 'the key' : 'the index'
  const targets = targetsOf(subject, table.table.only, line.only)
  for (const [index, name] of line.columns.entries()) {
    const lacking = without(name === undefined ? undefined : table.columns.get(name)?.column.only, targets)
    if (lacking !== undefined) notThere(`The column \`${name}\``, by, lacking, columnPlace(line, index), report)
  }
}

function checkTarget(
  line: KeyLine & { kind: 'foreign' },
  table: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  const target = subject.tables.get(line.target)
  if (target === undefined) return
  const lacking = without(target.table.only, targetsOf(subject, table.table.only, line.only))
  if (lacking === undefined) return
  notThere(
    `\`${target.key}\``,
    line.on === undefined ? 'the key' : 'the column',
    lacking,
    { node: line.node, property: 'target' },
    report,
  )
}

function checkTypes({ table, columns }: TableSubject, subject: Subject, report: CheckReport): void {
  for (const { node, column } of columns.values()) {
    for (const dialect of targetsOf(subject, table.only, column.only)) {
      const key = enumOf(forDialect(column.type, dialect))
      const object = key === undefined ? undefined : typeObject(subject.schema, readName(key))
      const only = key === undefined ? undefined : (subject.schema.enums.get(key) ?? object)?.only
      if (only === undefined || only === dialect) continue
      notThere(
        `The ${object === undefined ? 'enum' : wordOf(object)} \`${key}\``,
        'the column',
        dialect,
        { node, property: 'types', index: 0 },
        report,
      )
    }
  }
}

function wordOf({ kind }: TypeObject): string {
  return kind === 'composite' ? 'composite type' : kind
}

function enumOf(type: Type | undefined): string | undefined {
  if (type?.kind === 'array') return enumOf(type.of)
  return type?.kind === 'enum' ? nameText(type.name) : undefined
}
