import type { Diagnostic, Range } from '../../language/diagnostic.ts'
import type { Loaded } from '../../language/load.ts'
import type { Place, Problem } from '../output/problem.ts'
import { displayPath } from './display-path.ts'

/** The diagnostics of a project as problems, each with the line it speaks of. */
export function diagnosticProblems(loaded: Pick<Loaded, 'diagnostics' | 'files'>, cwd: string): readonly Problem[] {
  const places = placesIn(loaded, cwd)
  return loaded.diagnostics.map(diagnostic => ({
    code: diagnostic.code,
    severity: severityOf(diagnostic),
    message: diagnostic.message,
    remedy: diagnostic.remedy,
    place: places(diagnostic.file, diagnostic.range),
    ...(diagnostic.severity === 'info' && { settled: true }),
  }))
}

/** Makes places to print of ranges in the files of a project. */
export function placesIn(loaded: Pick<Loaded, 'files'>, cwd: string): (file: string, range: Range) => Place {
  const texts = new Map(loaded.files.map(({ parsed }) => [parsed.file, parsed.text]))
  return (file, range) => placeOf(displayPath(cwd, file), texts.get(file), range)
}

/** The place of a range, of which at most the first line is marked. */
export function placeOf(file: string, text: string | undefined, { start, end }: Range): Place {
  const place = { file, line: start.line + 1, column: start.column + 1 }
  if (text === undefined) return place
  const from = text.lastIndexOf('\n', start.offset - 1) + 1
  const to = text.indexOf('\n', start.offset)
  const source = text.slice(from, to < 0 ? undefined : to).replace(/\r$/, '')
  const endColumn = end.line === start.line ? end.column + 1 : source.length + 1
  return { ...place, source, endColumn: Math.max(endColumn, place.column + 1) }
}

function severityOf(diagnostic: Diagnostic): Problem['severity'] {
  return diagnostic.severity === 'info' ? 'note' : diagnostic.severity
}
