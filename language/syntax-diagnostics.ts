import type { IRecognitionException, IToken } from 'chevrotain'
import type { Diagnostic } from './diagnostic.ts'
import type { LexProblem, MigReport } from './lexer/lexed.ts'
import type { LineIndex } from './line-index.ts'
import { TOO_LARGE } from './mig-parser.ts'

/** The file that a diagnostic is about. */
export interface DiagnosticPlace {
  readonly file: string
  readonly lines: LineIndex
}

/** What is wrong with a text as a text; one error a line, since what follows the first one is mostly its echo. */
export function syntaxDiagnostics(
  parserErrors: readonly IRecognitionException[],
  report: MigReport,
  place: DiagnosticPlace,
): { readonly errors: readonly Diagnostic[]; readonly warnings: readonly Diagnostic[] } {
  const lexer = report.problems.map(problem => ofProblem(problem, 'error', place))
  const isOpen = report.problems.some(problem => problem.code === 'MIG103')
  const parser = parserErrors
    .filter(error => !(isOpen && isMadeUp(error.token)))
    .map(error => ofParserError(error, place))
  const seen = new Set<number>()
  const errors = [...lexer, ...parser].filter(error => {
    const line = error.range.start.line
    return !seen.has(line) && seen.add(line)
  })
  errors.sort((a, b) => a.range.start.offset - b.range.start.offset)
  return { errors, warnings: report.warnings.map(problem => ofProblem(problem, 'warning', place)) }
}

/** A token that the lexer added where a brace is missing: what the parser says about it is an echo. */
function isMadeUp(token: IToken): boolean {
  return token.image === '' && token.tokenType.name !== 'EOF'
}

function ofProblem(problem: LexProblem, severity: Diagnostic['severity'], place: DiagnosticPlace): Diagnostic {
  const { code, message, remedy = REMEDIES[code] ?? '', offset, length } = problem
  return { code, severity, message, remedy, file: place.file, range: place.lines.range(offset, length) }
}

const REMEDIES: Readonly<Record<string, string>> = {
  MIG102: 'Close it on the line where it starts, or, for SQL, before the next declaration.',
  MIG103: 'Let each `{` have its `}`.',
  MIG104: 'Remove it.',
  MIG106: 'Put it on a line of its own before a declaration, or write `//`.',
}

function ofParserError(error: IRecognitionException, place: DiagnosticPlace): Diagnostic {
  if (error.name === TOO_LARGE) {
    const message = 'This file is too large to be read.'
    const remedy = 'Split it into several files and import them.'
    return { code: 'MIG105', severity: 'error', message, remedy, file: place.file, range: place.lines.range(0, 0) }
  }
  const [message = '', remedy = ''] = error.message.split('\n')
  return { code: 'MIG101', severity: 'error', message, remedy, file: place.file, range: rangeOf(error, place.lines) }
}

/** A token's own range; where a line or the file ends too early, the place after the last token. */
function rangeOf(error: IRecognitionException, lines: LineIndex): Diagnostic['range'] {
  const { token } = error
  if (token.image.trim() !== '') return lines.range(token.startOffset, token.image.length)
  const previous = (error as { previousToken?: IToken }).previousToken
  const end =
    previous === undefined || !Number.isFinite(previous.endOffset) ? token.startOffset : previous.endOffset! + 1
  return lines.range(Number.isFinite(end) ? end : Number.MAX_SAFE_INTEGER, 0)
}
