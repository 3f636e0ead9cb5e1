import type { PrimaryMember } from '../generated/ast.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { columnPlace, targetColumnPlace } from './column-place.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { ExclusionLine, ForeignLine, IndexLine, KeyLine, Subject, TableSubject } from './subject.ts'

/** Columns that keys, indexes and foreign keys name and no table has, and columns named twice. */
export const checkKeyColumns: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const line of table.keys) {
      checkKnown(line, table, report)
      if (line.kind === 'foreign') checkTarget(line, subject, report)
      else checkRepeated(line, report)
    }
    for (const line of table.exclusions) checkExclusion(line, table, report)
    for (const line of table.keys) {
      const { node } = line
      if (node.$type !== 'PrimaryMember' && node.$type !== 'UniqueMember') continue
      for (const [index, name] of ((node as PrimaryMember).include ?? []).entries())
        unlessKnown(name, table, { node, property: 'include', index }, line, report)
    }
    for (const line of table.indexes) {
      checkKnown(line, table, report)
      for (const [index, name] of (line.member?.include ?? []).entries()) {
        if (line.member !== undefined)
          unlessKnown(name, table, { node: line.member, property: 'include', index }, line, report)
      }
    }
  }
}

function checkExclusion({ node, context }: ExclusionLine, table: TableSubject, report: CheckReport): void {
  const line = { node, context }
  for (const key of node.keys ?? [])
    if (key.column !== undefined) unlessKnown(key.column, table, { node: key, property: 'column' }, line, report)
  for (const [index, name] of (node.include ?? []).entries())
    unlessKnown(name, table, { node, property: 'include', index }, line, report)
}

function checkKnown(line: KeyLine | IndexLine, table: TableSubject, report: CheckReport): void {
  for (const [index, name] of line.columns.entries()) {
    if (name !== undefined) unlessKnown(name, table, columnPlace(line, index), line, report)
  }
}

function checkTarget(line: ForeignLine, subject: Subject, report: CheckReport): void {
  const target = subject.tables.get(line.target)
  if (target === undefined) return
  for (const [index, name] of line.targetColumns.entries()) {
    unlessKnown(name, target, targetColumnPlace(line, index), line, report)
  }
}

function unlessKnown(
  name: string,
  table: TableSubject,
  place: NodePart,
  line: Pick<KeyLine, 'context'>,
  report: CheckReport,
): void {
  if (table.columns.has(name) || !table.isWhole || line.context.names.mayBeLost(name)) return
  const meant = meantBy(name, table.columns.keys())
  const message = `The table \`${table.key}\` has no column \`${name}\`.`
  const remedy = didYouMean(meant, `Add the column to \`${table.key}\`, or name another.`)
  report.error({ code: 'MIG165', message, remedy, place, data: { name, ...(meant !== undefined && { meant }) } })
}

function checkRepeated(line: KeyLine, report: CheckReport): void {
  const seen = new Set<string>()
  for (const [index, name] of line.columns.entries()) {
    if (seen.has(name)) {
      const message = `\`${name}\` stands twice in this key.`
      report.error({
        code: 'MIG166',
        message,
        remedy: 'Name it once.',
        place: columnPlace(line, index),
        data: { name },
      })
    }
    seen.add(name)
  }
}
