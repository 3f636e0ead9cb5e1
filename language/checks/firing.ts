import type { Element } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { targetsOf } from './targets.ts'

/** What SQLite has none of: states of triggers, options and defaults of views. Postgres has no states for triggers of views. */
export const checkFiring: Check = (subject, report) => {
  for (const { node, context } of subject.scope.declarations) {
    if (node.$type !== 'TriggerDeclaration' && node.$type !== 'RuleDeclaration' && node.$type !== 'ViewDeclaration')
      continue
    if (targetsOf(subject, node.only).includes('sqlite')) checkSqlite(node, report)
    if (node.$type === 'ViewDeclaration' || node.state === undefined || node.table === undefined) continue
    const view = subject.schema.views.get(node.table)
    if (view === undefined || context.names.mayBeLost(node.table)) continue
    const what = node.$type === 'RuleDeclaration' ? 'rules' : 'triggers'
    const message = `Postgres says of ${what} on tables when they fire, and \`${node.table}\` is a view.`
    const remedy = `Take \`${node.state === 'disabled' ? node.state : `enable ${node.state}`}\` away.`
    report.error({ code: 'MIG188', message, remedy, place: { node, property: 'state' } })
  }
}

function checkSqlite(
  node: Extract<Element, { $type: 'TriggerDeclaration' | 'RuleDeclaration' | 'ViewDeclaration' }>,
  report: CheckReport,
): void {
  const remedy = 'Limit it: `only postgres`.'
  const data = { only: 'postgres' }
  const say = (message: string, property: string, index?: number) =>
    report.error({
      code: 'MIG188',
      message,
      remedy,
      place: { node, property, ...(index !== undefined && { index }) },
      data,
    })
  if (node.$type !== 'ViewDeclaration') {
    if (node.state !== undefined && node.$type === 'TriggerDeclaration')
      say('In SQLite a trigger always fires.', 'state')
    return
  }
  if ((node.options ?? []).length > 0) say('SQLite has no options of views.', 'options', 0)
  const column = (node.columns ?? []).find(one => one.default !== undefined)
  if (column !== undefined) {
    const message = 'In SQLite the columns of a view have no defaults.'
    report.error({ code: 'MIG188', message, remedy, place: { node: column, property: 'name' }, data })
  }
}
