import { nameText } from '../../compiler/schema/name.ts'
import type { EnumDeclaration, RemovedEntry } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'

/** `removed` and `dropped` in an enum: values that are there all the same, and rows that would move nowhere. */
export const checkEnumHints: Check = (subject, report) => {
  for (const { node, context } of subject.scope.declarations) {
    if (node.$type !== 'EnumDeclaration' || node.name === undefined) continue
    const key = nameText(context.names.qualify(node.name))
    const values = new Set(subject.schema.enums.get(key)?.values ?? [])
    const gone = goneValues(node)
    const seen = new Set<string>()
    for (const entry of node.entries ?? []) {
      if ((entry.$type !== 'RemovedEntry' && entry.$type !== 'DroppedEntry') || entry.value === undefined) continue
      const place = { node: entry, property: 'value' }
      if (values.has(entry.value)) {
        const message = `\`${entry.value}\` is removed, and it is a value of \`${key}\` all the same.`
        const remedy = `Remove the line \`${entry.value}\`, or this one.`
        report.error({ code: 'MIG190', message, remedy, place, data: { name: entry.value } })
      } else if (seen.has(entry.value)) {
        const message = `\`${entry.value}\` is removed twice.`
        report.error({ code: 'MIG190', message, remedy: 'Keep one of the lines.', place, data: { name: entry.value } })
      }
      seen.add(entry.value)
      if (entry.$type === 'RemovedEntry') checkMove(entry, key, values, gone, subject.brokenEnums.has(key), report)
    }
  }
}

function goneValues(node: EnumDeclaration): ReadonlySet<string> {
  return new Set((node.entries ?? []).flatMap(entry => (entry.$type === 'RemovedEntry' ? [entry.value] : [])))
}

function checkMove(
  node: RemovedEntry,
  key: string,
  values: ReadonlySet<string>,
  gone: ReadonlySet<string>,
  isBroken: boolean,
  report: CheckReport,
): void {
  const { to } = node
  if (to === undefined || values.has(to) || isBroken) return
  const meant = meantBy(to, values)
  const message = gone.has(to)
    ? `The rows would move to \`${to}\`, which is removed too.`
    : `The rows would move to \`${to}\`, and \`${key}\` has no such value.`
  const remedy = didYouMean(gone.has(to) ? undefined : meant, 'Name a value that stays.')
  const data = { name: to, ...(meant !== undefined && { meant }) }
  report.error({ code: 'MIG190', message, remedy, place: { node, property: 'to' }, data })
}
