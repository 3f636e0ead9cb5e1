import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { baseType } from '../../compiler/schema/objects/type-object.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import type { Value } from '../../compiler/schema/value.ts'
import type { BackfillModifier, DefaultModifier } from '../generated/ast.ts'
import { lowerValue } from '../lower/value.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { Misfit } from './fit/fit.ts'
import { misfitOf } from './fit/misfit.ts'
import { isRemoved } from './removed-values.ts'
import type { ColumnSubject, Subject, TableSubject } from './subject.ts'
import { DATABASE, targetsOf } from './targets.ts'

type ValueModifier = DefaultModifier | BackfillModifier

/** Defaults and backfills that do not fit the type of their column. */
export const checkValues: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.columns.values()) {
      for (const modifier of line.node.modifiers ?? []) {
        if (modifier.$type === 'DefaultModifier')
          checkValue(modifier, line.column.default, line, table, subject, report)
        if (modifier.$type !== 'BackfillModifier') continue
        checkValue(modifier, lowerValue(modifier.value, line.context), line, table, subject, report)
      }
    }
  }
}

function checkValue(
  node: ValueModifier,
  value: Value | undefined,
  line: ColumnSubject,
  table: TableSubject,
  subject: Subject,
  report: CheckReport,
): void {
  if (value === undefined) return
  if (value.kind === 'null') checkNull(node, line, report)
  const found = misfits(value, line, table, subject)
  const [first] = found
  if (first === undefined) return
  const { type, misfit, dialect } = found.find(item => item.misfit.broken) ?? first
  const item = itemOf(type)
  if (item.kind === 'enum' && (item === type || misfit.item !== undefined)) {
    notInEnum(node, misfit.item ?? nameOf(value), item, subject, report)
    return
  }
  const where =
    found.length < targetsOf(subject, table.table.only, line.column.only).length ? ` in ${DATABASE[dialect]}` : ''
  const message = `The ${wordOf(node)} of \`${line.column.name}\` ${misfit.why}${where}.`
  const remedy =
    misfit.instead === undefined
      ? `Write a value that \`${typeText(type)}\` holds.`
      : `Write \`${wordOf(node)} ${misfit.instead}\`.`
  const data = { ...(misfit.instead !== undefined && { instead: misfit.instead }) }
  report.add(misfit.broken ? 'error' : 'warning', {
    code: 'MIG155',
    message,
    remedy,
    place: { node, property: 'value' },
    data,
  })
}

function itemOf(type: Type): Type {
  return type.kind === 'array' ? itemOf(type.of) : type
}

function nameOf(value: Value): string | undefined {
  return value.kind === 'enum value' || value.kind === 'string' ? value.value : undefined
}

interface Found {
  readonly dialect: DialectName
  readonly type: Type
  readonly misfit: Misfit
}

function misfits(value: Value, { column }: ColumnSubject, { table }: TableSubject, subject: Subject): readonly Found[] {
  return targetsOf(subject, table.only, column.only).flatMap(dialect => {
    const declared = forDialect(column.type, dialect)
    if (declared === undefined) return []
    const type = baseType(subject.schema, declared, dialect)
    const item = itemOf(type)
    const values = item.kind === 'enum' ? subject.schema.enums.get(nameText(item.name))?.values : undefined
    const misfit = misfitOf(value, type, { dialect, strict: dialect === 'sqlite' && table.strict === true }, values)
    return misfit === undefined ? [] : [{ dialect, type, misfit }]
  })
}

function checkNull(node: ValueModifier, { column }: ColumnSubject, report: CheckReport): void {
  if (column.nullable) return
  const message = `\`${column.name}\` is not null, so its ${wordOf(node)} cannot be null.`
  const remedy = `Remove \`${wordOf(node)} null\`, or let the column be null: put \`?\` after its type.`
  report.error({ code: 'MIG157', message, remedy, place: { node }, data: { column: column.name } })
}

function notInEnum(
  node: ValueModifier,
  name: string | undefined,
  type: Type & { kind: 'enum' },
  subject: Subject,
  report: CheckReport,
): void {
  const key = nameText(type.name)
  if (subject.brokenEnums.has(key)) return
  const values = subject.schema.enums.get(key)?.values ?? []
  const meant = name === undefined ? undefined : meantBy(name, values)
  const gone = name !== undefined && isRemoved(subject, key, name)
  const message =
    name === undefined
      ? `The ${wordOf(node)} is no value of the enum \`${key}\`.`
      : gone
        ? `\`${name}\` is removed from the enum \`${key}\`, and the ${wordOf(node)} still names it.`
        : `The enum \`${key}\` has no value \`${name}\`.`
  const remedy = didYouMean(gone ? undefined : meant, `Write one of ${list(values)}.`)
  const data = { enum: key, ...(name !== undefined && { name }), ...(meant !== undefined && { meant }) }
  report.error({ code: 'MIG156', message, remedy, place: { node, property: 'value' }, data })
}

function list(values: readonly string[]): string {
  const shown = values.slice(0, 8).map(value => `\`${value}\``)
  return shown.length < values.length ? `${shown.join(', ')} …` : shown.join(', ')
}

function wordOf(node: ValueModifier): 'default' | 'backfill' {
  return node.$type === 'DefaultModifier' ? 'default' : 'backfill'
}
