import { nameText } from '../../compiler/schema/name.ts'
import { outerTables } from '../../compiler/steps/objects/outer-tables.ts'
import type { RuleDeclaration } from '../generated/ast.ts'
import { expandMembers } from '../lower/expand-members.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Row security, policies and rules: SQLite has none, and a policy does nothing where the security of its table is not on. */
export const checkRowSecurity: Check = (subject, report) => {
  const tables = new Set<string>()
  for (const object of subject.schema.objects.values()) {
    if (object.kind === 'policy') tables.add(nameText(object.table))
  }
  for (const line of subject.scope.tables) {
    checkLines(line, subject, report)
    if (line.table.rowSecurity || !tables.has(line.key)) continue
    const message = `The table \`${line.key}\` has policies, and its row security is not on: they do nothing.`
    const remedy = 'Add the line `row security` to the table.'
    const place = { node: line.node, property: 'name' }
    report.warning({ code: 'MIG135', message, remedy, place, data: { name: line.key } })
  }
  checkTables(subject, report)
}

function checkLines({ node, context, table }: TableSubject, subject: Subject, report: CheckReport): void {
  for (const { member } of expandMembers(node.members ?? [], context)) {
    if (member.$type !== 'PolicyDeclaration' && member.$type !== 'RowSecurityMember') continue
    if (!targetsOf(subject, table.only, member.only).includes('sqlite')) continue
    const isPolicy = member.$type === 'PolicyDeclaration'
    const place = isPolicy ? { node: member, property: 'name' } : { node: member }
    const message = `SQLite has no ${isPolicy ? 'policies' : 'row security'}.`
    report.error({ code: 'MIG188', message, remedy: 'Limit it: `only postgres`.', place, data: { only: 'postgres' } })
  }
}

/** A rule begins with its event and says what is done. */
function checkRule(node: RuleDeclaration, report: CheckReport): void {
  const [text] = [...(node.sql?.postgres ?? []), ...(node.sql?.all ?? [])]
  if (text === undefined || /^\s*on\s+(?:select|insert|update|delete)\b[\s\S]*\bdo\b/i.test(text)) return
  const message = 'The text of a rule begins with its event and says what is done.'
  const remedy = 'Write `on delete do instead nothing`, `on update where … do also …` and the like.'
  report.error({ code: 'MIG133', message, remedy, place: { node, property: 'sql' } })
}

/** The table that is named by what stands outside of it. */
function checkTables(subject: Subject, report: CheckReport): void {
  let outer: ReturnType<typeof outerTables> | undefined
  for (const { node, context } of subject.scope.declarations) {
    if ((node.$type !== 'PolicyDeclaration' && node.$type !== 'RuleDeclaration') || node.table === undefined) continue
    if (node.$type === 'RuleDeclaration') checkRule(node, report)
    const key = nameText(context.names.qualify(node.table))
    if (node.$type === 'RuleDeclaration' && subject.schema.views.has(key)) continue
    if (subject.tables.has(key) || context.names.mayBeLost(node.table)) continue
    outer ??= outerTables(subject.schema.objects.values())
    if (outer.get(key)?.postgres !== undefined) continue
    const meant = meantBy(key, subject.tables.keys())
    const remedy = didYouMean(meant, `Declare it: \`table ${key} { … }\`.`)
    const data = { name: key, ...(meant !== undefined && { meant }) }
    const message = `There is no table \`${key}\`.`
    report.error({ code: 'MIG122', message, remedy, place: { node, property: 'table' }, data })
  }
}
