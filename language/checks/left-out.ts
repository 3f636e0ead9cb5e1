import type { AstNode } from 'langium'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { IndexLine, KeyLine, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'
import { isAtLeast, leastVersion } from './version.ts'

/** What only the other database has: it is left out there, or would change what the line means. */
export const checkLeftOut: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.keys) checkKey(line, table, subject, report)
    for (const line of table.indexes) checkIndex(line, table, subject, report)
    checkHead(table, subject, report)
    for (const { node, column } of table.columns.values()) {
      const identity = (node.modifiers ?? []).find(item => item.$type === 'IdentityModifier')
      if (identity === undefined || !targetsOf(subject, table.table.only, column.only).includes('sqlite')) continue
      if (identity.always) leaveOut('`always`', identity, 'SQLite', report)
      if (identity.start !== undefined)
        leaveOut('where it starts', { node: identity, property: 'start' }, 'SQLite', report)
      if (identity.increment !== undefined)
        leaveOut('the increment', { node: identity, property: 'increment' }, 'SQLite', report)
    }
  }
}

type Spot = AstNode | { readonly node: AstNode; readonly property?: string; readonly index?: number }

function leaveOut(what: string, spot: Spot, database: string, report: CheckReport): void {
  const place = '$type' in spot ? { node: spot } : spot
  const message = `${database} leaves out ${what}.`
  report.info({ code: 'MIG171', message, remedy: 'Nothing needs to be done, if that is meant.', place })
}

function checkKey(line: KeyLine, { table, key }: TableSubject, subject: Subject, report: CheckReport): void {
  const targets = targetsOf(subject, table.only, line.only)
  if (line.kind === 'foreign' && targets.includes('sqlite') && line.node.matchFull) {
    leaveOut('`match full`', { node: line.node, property: 'matchFull' }, 'SQLite', report)
  }
  if (line.kind === 'foreign' && line.node.missing && targets.includes('postgres')) {
    const message = 'Postgres makes no foreign key to a table that is not there.'
    const remedy = 'Limit the key to SQLite: `only sqlite`, or declare the table.'
    report.error({ code: 'MIG122', message, remedy, place: { node: line.node, property: 'missing' } })
  } else if (line.kind === 'foreign' && line.node.missing && !subject.tables.has(line.target)) {
    const message = `As long as \`${line.target}\` is not there and foreign keys are on, SQLite refuses every insert, update and delete of \`${key}\`, also where the column is null.`
    const remedy = 'Nothing needs to be done, if that is meant; or declare the table.'
    report.info({ code: 'MIG122', message, remedy, place: { node: line.node, property: 'missing' } })
  }
  if (line.kind !== 'unique' || line.member === undefined) return
  if (line.member.collations?.length && targets.includes('postgres')) {
    const message = 'Postgres has no collation in a unique key: it compares a column as the column says.'
    const remedy = 'Put the collation on the column, write a `unique index`, or limit the key: `only sqlite`.'
    report.error({ code: 'MIG172', message, remedy, place: { node: line.member, property: 'collations', index: 0 } })
  }
  const node = line.member
  if (node.nullsNotDistinct) checkNulls(node, targets, subject, report)
  if (!node.deferrable || !targets.includes('sqlite')) return
  const message = 'SQLite checks unique keys at once, row by row: it leaves out `deferrable`.'
  const place = { node, property: 'deferrable' }
  report.warning({
    code: 'MIG171',
    message,
    remedy: 'Write statements that do not rely on it, or limit the key: `only postgres`.',
    place,
  })
}

function checkIndex({ member, only }: IndexLine, { table }: TableSubject, subject: Subject, report: CheckReport): void {
  const targets = targetsOf(subject, table.only, only)
  if (member === undefined) return
  if (member.unique && member.nullsNotDistinct) checkNulls(member, targets, subject, report)
  if (!targets.includes('sqlite')) return
  const leave = (what: string, property: string) => leaveOut(what, { node: member, property }, 'SQLite', report)
  if (member.using !== undefined && member.using !== 'btree') leave(`the method \`${member.using}\``, 'using')
  if (member.include?.length) leave('further columns', 'include')
  if (member.parameters?.length) leave('storage parameters', 'parameters')
  for (const node of member.keys ?? []) {
    if (node.opclass !== undefined) leaveOut('operator classes', { node, property: 'opclass' }, 'SQLite', report)
    if (node.nulls !== undefined) leaveOut('the place of nulls', { node, property: 'nulls' }, 'SQLite', report)
  }
}

/** SQLite takes any two nulls for different (lang_createindex.html); Postgres can do otherwise from version 15 on. */
function checkNulls(node: AstNode, targets: readonly DialectName[], subject: Subject, report: CheckReport): void {
  const place = { node, property: 'nullsNotDistinct' }
  if (targets.includes('sqlite')) {
    const message = 'SQLite takes all nulls for different, so it would let several in.'
    report.error({
      code: 'MIG172',
      message,
      remedy: 'Leave `nulls not distinct` out, or limit the line: `only postgres`.',
      place,
    })
  }
  const least = leastVersion(subject, 'postgres')
  if (!targets.includes('postgres') || (least !== undefined && isAtLeast(least, '15'))) return
  const data = { dialect: 'postgres', version: '15' }
  const finding = { code: 'MIG196', remedy: 'Leave it out, or write `targets postgres 15`.', place, data }
  const needs = '`nulls not distinct` needs Postgres 15, and the project'
  if (least === undefined) report.warning({ ...finding, message: `${needs} does not say which version it runs on.` })
  else report.error({ ...finding, message: `${needs} runs on ${least}.` })
}

function checkHead({ node, table }: TableSubject, subject: Subject, report: CheckReport): void {
  const targets = targetsOf(subject, table.only)
  const [target] = targets
  if (node.unlogged && targets.includes('sqlite'))
    leaveOut('`unlogged`', { node, property: 'unlogged' }, 'SQLite', report)
  if (targets.length !== 1 || target !== 'postgres') return
  if (node.strict) leaveOut('`strict`', { node, property: 'strict' }, 'Postgres', report)
  if (node.withoutRowid) leaveOut('`without rowid`', { node, property: 'withoutRowid' }, 'Postgres', report)
}
