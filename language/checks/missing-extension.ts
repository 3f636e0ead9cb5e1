import type { CheckReport, Place } from './check-report.ts'
import type { Subject } from './subject.ts'

/** Says that something needs an extension, where the project does not declare it. `what` is a sentence up to the extension's name. */
export function missingExtension(
  what: string,
  extension: string,
  place: Place,
  subject: Subject,
  report: CheckReport,
): void {
  if (subject.schema.extensions.has(extension)) return
  const only = subject.targets.includes('sqlite') ? ' only postgres' : ''
  const name = /^[a-z_][a-z0-9_]*$/.test(extension) ? extension : `"${extension}"`
  report.warning({
    code: 'MIG174',
    message: `${what} the extension \`${extension}\`, which the project does not declare.`,
    remedy: `Declare it (\`extension ${name}${only}\`), or leave this as it is when something else makes it.`,
    place,
    data: { extension },
  })
}
