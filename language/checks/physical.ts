import type { AstNode } from 'langium'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Modifier, SequenceDeclaration, TableDeclaration } from '../generated/ast.ts'
import { readSqlText } from '../literals/sql-literal.ts'
import { expandMembers } from '../lower/expand-members.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'
import { isAtLeast, leastVersion } from './version.ts'

/** How rows are kept and keys are held to, which each database does in its own way. */
export const checkPhysical: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    const { node, table: own, columns } = table
    checkHead(node, targetsOf(subject, own.only), report)
    for (const { node: line, column } of columns.values()) {
      const targets = targetsOf(subject, own.only, column.only)
      for (const [index, type] of (line.types ?? []).entries())
        if (type.sql !== undefined && type.dialect !== 'sqlite' && targets.includes('postgres'))
          checkSerial(type.sql, { node: line, property: 'types', index }, report)
      for (const modifier of line.modifiers ?? []) checkModifier(modifier, column.nullable, targets, subject, report)
    }
    checkMembers(table, subject, report)
  }
  for (const { node } of subject.scope.declarations) {
    if (node.$type === 'SequenceDeclaration') checkSequence(node, subject, report)
  }
}

/** Sequences have been unlogged since Postgres 15 (the release notes). */
function checkSequence(node: SequenceDeclaration, subject: Subject, report: CheckReport): void {
  const option = node.options?.find(({ kind }) => kind === 'unlogged')
  const least = leastVersion(subject, 'postgres')
  if (option === undefined || least === undefined || isAtLeast(least, '15')) return
  const data = { dialect: 'postgres', version: '15' }
  const message = `\`unlogged\` sequences need Postgres 15, and the project runs on ${least}.`
  report.error({
    code: 'MIG196',
    message,
    remedy: 'Leave it out, or write `targets postgres 15`.',
    place: { node: option },
    data,
  })
}

const SERIAL: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'int',
  serial4: 'int',
  bigserial: 'bigint',
  serial8: 'bigint',
}

/** `serial` is no type that a column keeps: it makes a column, a default and a sequence (the manual, Serial Types). */
function checkSerial(sql: string, place: Spot & { readonly index: number }, report: CheckReport): void {
  const type = SERIAL[readSqlText(sql).trim().toLowerCase()]
  if (type === undefined) return
  const message = 'No column has the type `serial`: Postgres makes a column, a default and a sequence of it.'
  const remedy = `Write \`${type} identity\`, or \`${type} default\` with a sequence that is declared.`
  report.error({ code: 'MIG120', message, remedy, place })
}

type Spot = { readonly node: AstNode; readonly property?: string }

function leaveOut(what: string, place: Spot, report: CheckReport): void {
  const message = `SQLite leaves out ${what}.`
  report.info({ code: 'MIG171', message, remedy: 'Nothing needs to be done, if that is meant.', place })
}

function checkHead(node: TableDeclaration, targets: readonly DialectName[], report: CheckReport): void {
  if (!targets.includes('sqlite')) return
  if (node.using !== undefined) leaveOut(`the access method \`${node.using}\``, { node, property: 'using' }, report)
  if (node.parameters?.length) leaveOut('storage parameters', { node, property: 'parameters' }, report)
  if (node.tablespace !== undefined) leaveOut('the tablespace', { node, property: 'tablespace' }, report)
  if (node.replicaIdentity !== undefined) leaveOut('`replica identity`', { node, property: 'replicaIdentity' }, report)
}

const LEFT_OUT: Readonly<Partial<Record<Modifier['$type'], string>>> = {
  StorageModifier: '`storage`',
  CompressionModifier: '`compression`',
  StatisticsModifier: '`statistics`',
  ParametersModifier: 'what Postgres is told of the values',
}

function checkModifier(
  modifier: Modifier,
  nullable: boolean,
  targets: readonly DialectName[],
  subject: Subject,
  report: CheckReport,
): void {
  const inSqlite = targets.includes('sqlite')
  const leftOut = LEFT_OUT[modifier.$type]
  if (leftOut !== undefined && inSqlite) leaveOut(leftOut, { node: modifier }, report)
  switch (modifier.$type) {
    case 'CompressionModifier':
      if (targets.includes('postgres')) needs('`compression`', '14', { node: modifier }, subject, report)
      break
    case 'NotNullModifier':
      checkConflict(modifier, targets, report)
      if (nullable) {
        const message = 'The column may be null, so `not null on conflict` has nothing to do.'
        const data = { modifier: 'not null' }
        report.error({ code: 'MIG158', message, remedy: 'Remove it, or the `?`.', place: { node: modifier }, data })
      }
      break
    case 'PrimaryModifier':
    case 'UniqueModifier':
      checkConflict(modifier, targets, report)
      break
    case 'IdentityModifier':
      for (const property of inSqlite ? (['min', 'max', 'cache', 'sequence'] as const) : [])
        if (modifier[property] !== undefined) leaveOut(`\`${property}\``, { node: modifier, property }, report)
      if (modifier.cycle && inSqlite) leaveOut('`cycle`', { node: modifier, property: 'cycle' }, report)
      break
    case 'CheckModifier':
      checkStates(modifier, targets, subject, report)
      break
    case 'ReferenceModifier':
      checkStates(modifier, targets, subject, report)
      checkSetColumns(modifier, targets, subject, report)
      break
  }
}

interface States extends AstNode {
  readonly notValid?: boolean
  readonly notEnforced?: boolean
  readonly noInherit?: boolean
}

/** SQLite looks at all rows when it makes a table anew. */
function checkStates(node: States, targets: readonly DialectName[], subject: Subject, report: CheckReport): void {
  if (node.notEnforced && targets.includes('postgres'))
    needs('`not enforced`', '18', { node, property: 'notEnforced' }, subject, report)
  if (!targets.includes('sqlite')) return
  if (node.notEnforced) {
    const message = 'SQLite enforces every constraint.'
    const place = { node, property: 'notEnforced' }
    report.error({
      code: 'MIG188',
      message,
      remedy: 'Limit the line: `only postgres`.',
      place,
      data: { only: 'postgres' },
    })
  }
  if (node.noInherit) leaveOut('`no inherit`', { node, property: 'noInherit' }, report)
  if (!node.notValid) return
  const message = 'SQLite has no constraints that are not valid: it leaves out `not valid` and looks at all rows.'
  const remedy = 'Mend the rows that do not fit, or limit the line: `only postgres`.'
  report.warning({ code: 'MIG171', message, remedy, place: { node, property: 'notValid' } })
}

function checkSetColumns(
  node: AstNode & { readonly onDeleteColumns?: readonly string[] },
  targets: readonly DialectName[],
  subject: Subject,
  report: CheckReport,
): void {
  if (!node.onDeleteColumns?.length) return
  const place = { node, property: 'onDeleteColumns' }
  if (targets.includes('postgres')) needs('A list of columns after `set null`', '15', place, subject, report)
  if (!targets.includes('sqlite')) return
  const message = 'SQLite sets all columns of the key, not some of them.'
  const remedy = 'Leave the list out, or limit the line: `only postgres`.'
  report.error({ code: 'MIG188', message, remedy, place, data: { only: 'postgres' } })
}

function checkConflict(
  node: AstNode & { readonly conflict?: string },
  targets: readonly DialectName[],
  report: CheckReport,
): void {
  if (node.conflict === undefined || node.conflict === 'abort' || !targets.includes('postgres')) return
  const message = `Postgres always refuses such a row, it knows no \`on conflict ${node.conflict}\` in a table.`
  const remedy = 'Say it in the `insert` instead, or limit it to SQLite: `only sqlite`.'
  const data = { dialect: 'postgres', only: 'sqlite' }
  report.error({ code: 'MIG177', message, remedy, place: { node, property: 'conflict' }, data })
}

interface Properties extends AstNode {
  readonly include?: readonly string[]
  readonly parameters?: readonly AstNode[]
  readonly tablespace?: string
  readonly clustered?: boolean
  readonly replicaIdentity?: boolean
}

/** What of an index or a key only Postgres knows; an index's further columns and parameters are told of elsewhere. */
function checkProperties(node: Properties, targets: readonly DialectName[], report: CheckReport): void {
  if (!targets.includes('sqlite')) return
  if (node.$type !== 'IndexMember') {
    if (node.include?.length) leaveOut('further columns', { node, property: 'include' }, report)
    if (node.parameters?.length) leaveOut('storage parameters', { node, property: 'parameters' }, report)
  }
  if (node.tablespace !== undefined) leaveOut('the tablespace', { node, property: 'tablespace' }, report)
  if (node.clustered) leaveOut('`clustered`', { node, property: 'clustered' }, report)
  if (node.replicaIdentity) leaveOut('`replica identity`', { node, property: 'replicaIdentity' }, report)
}

function checkMembers({ node: table, context, table: own }: TableSubject, subject: Subject, report: CheckReport): void {
  const marks = { clustered: false, replicaIdentity: table.replicaIdentity !== undefined }
  for (const { member } of expandMembers(table.members ?? [], context)) {
    const targets = targetsOf(subject, own.only, 'only' in member ? member.only : undefined)
    switch (member.$type) {
      case 'PrimaryMember':
      case 'UniqueMember':
      case 'ExcludeMember':
      case 'IndexMember':
        for (const mark of ['clustered', 'replicaIdentity'] as const) {
          if (!member[mark]) continue
          if (marks[mark]) saidTwice(member, mark, report)
          marks[mark] = true
        }
        if (member.$type === 'ExcludeMember' && targets.includes('sqlite')) {
          const message = 'SQLite has no exclusion constraints.'
          const remedy = 'Limit it: `only postgres`. In SQLite a trigger can refuse such rows.'
          report.error({ code: 'MIG188', message, remedy, place: { node: member }, data: { only: 'postgres' } })
          break
        }
        checkProperties(member, targets, report)
        if (member.$type === 'PrimaryMember' || member.$type === 'UniqueMember') checkConflict(member, targets, report)
        if (member.$type === 'PrimaryMember' && member.deferrable && targets.includes('sqlite'))
          leaveOut('`deferrable`', { node: member, property: 'deferrable' }, report)
        break
      case 'CheckMember':
        checkStates(member, targets, subject, report)
        break
      case 'ForeignMember':
        checkStates(member, targets, subject, report)
        checkSetColumns(member, targets, subject, report)
        break
    }
  }
}

const MARKS = { clustered: 'clustered on one index', replicaIdentity: 'replicated by one index' } as const

function saidTwice(node: AstNode, property: keyof typeof MARKS, report: CheckReport): void {
  const message = `A table is ${MARKS[property]} only, and that is said already.`
  report.error({ code: 'MIG107', message, remedy: 'Keep one of them.', place: { node, property } })
}

function needs(what: string, version: string, place: Spot, subject: Subject, report: CheckReport): void {
  const least = leastVersion(subject, 'postgres')
  if (least !== undefined && isAtLeast(least, version)) return
  const data = { dialect: 'postgres', version }
  const finding = {
    code: 'MIG196',
    remedy: `Leave it out, or write \`targets postgres ${version}\`.`,
    place,
    data,
  }
  const message = `${what} needs Postgres ${version}, and the project`
  if (least === undefined) report.warning({ ...finding, message: `${message} does not say which version it runs on.` })
  else report.error({ ...finding, message: `${message} runs on ${least}.` })
}
