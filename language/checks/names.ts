import { byteLength } from '../../compiler/schema/made-name.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import { readName } from '../literals/name-literal.ts'
import type { Check } from './check.ts'
import type { CheckReport, Place } from './check-report.ts'
import { clipName } from './clip-name.ts'
import type { Subject } from './subject.ts'
import { targetsOf } from './targets.ts'
import { type WrittenName, writtenNames } from './written-names.ts'

/** Columns that every table of Postgres has (the manual, System Columns). */
const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'])

/** Names that a database would cut, refuse or keep for itself. */
export const checkNames: Check = (subject, report) => {
  for (const written of writtenNames(subject)) {
    checkForm(written, subject, report)
    checkReserved(written, subject, report)
  }
}

function checkForm({ what, name, place, only }: WrittenName, subject: Subject, report: CheckReport): void {
  if (name === '' && what !== 'enum value') refuse(report, `A ${what} needs a name.`, 'Write one.', place)
  if (name.includes('\0')) refuse(report, 'A name cannot hold the character NUL.', 'Remove it.', place)
  const bytes = byteLength(name)
  if (bytes <= 63 || !targetsOf(subject, only).includes('postgres')) return
  const shorter = quoteName(clipName(name))
  const message = `The name of this ${what} has ${bytes} bytes, and Postgres keeps only 63.`
  const remedy = `Write a shorter name, such as \`${shorter}\`.`
  report.error({ code: 'MIG180', message, remedy, place, data: { name, shorter } })
}

function refuse(report: CheckReport, message: string, remedy: string, place: Place): void {
  report.error({ code: 'MIG180', message, remedy, place })
}

function checkReserved({ what, name, place, only }: WrittenName, subject: Subject, report: CheckReport): void {
  const targets = targetsOf(subject, only)
  const remedy = 'Choose another name.'
  if (what === 'column' && targets.includes('postgres') && SYSTEM_COLUMNS.has(name)) {
    const message = `Every table of Postgres has a column \`${name}\` of its own.`
    report.error({ code: 'MIG181', message, remedy, place, data: { name } })
  }
  if (what === 'schema' && targets.includes('postgres') && readName(name).name.startsWith('pg_')) {
    const message = 'Postgres keeps the names of schemas that start with `pg_` for itself.'
    report.error({ code: 'MIG181', message, remedy, place, data: { name } })
  }
  const inSqlite = what === 'table' || what === 'view' || what === 'index' || what === 'trigger'
  if (inSqlite && targets.includes('sqlite') && /^sqlite_/i.test(name)) {
    const message = 'SQLite keeps the names that start with `sqlite_` for itself.'
    report.error({ code: 'MIG181', message, remedy, place, data: { name } })
  }
}
