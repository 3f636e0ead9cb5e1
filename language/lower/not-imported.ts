import type { Context } from './context.ts'
import type { NodePart } from './reporter.ts'

/** Reports a name that a file declares, of which only other names are imported. */
export function notImported(name: string, file: string, part: NodePart, context: Context): void {
  const base = file.slice(file.lastIndexOf('/') + 1)
  const remedy = `Add \`${name}\` to the names that are imported from ${base}, or import the whole file.`
  context.report.error('MIG112', `\`${name}\` is declared in ${base}, but it is not imported.`, remedy, part, {
    name,
    file,
  })
}
