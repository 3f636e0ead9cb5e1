import { VERSION } from '../version.ts'
import type { Problem } from './problem.ts'

/** The formats of other programs that problems can be printed in. */
export type ProblemFormat = 'github' | 'sarif'

/** Problems in the format of another program. */
export function formatProblems(problems: readonly Problem[], format: ProblemFormat): string {
  return format === 'github' ? problems.map(githubLine).join('\n') : sarif(problems)
}

/** A workflow command of GitHub Actions (its manual, "Workflow commands"): a remark on a line of a file. */
function githubLine(problem: Problem): string {
  const { place, code, message, remedy, severity } = problem
  const kind = severity === 'note' ? 'notice' : severity
  const end = place?.endColumn === undefined ? undefined : place.endColumn - 1
  const known = { file: place?.file, line: place?.line, col: place?.column, endColumn: end, title: code }
  const properties = Object.entries(known).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  )
  return `::${kind} ${properties.join(',')}::${escapeData(remedy === '' ? message : `${message}\n${remedy}`)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function sarif(problems: readonly Problem[]): string {
  const rules = [...new Set(problems.map(problem => problem.code))].sort().map(id => ({ id }))
  const driver = { name: 'mig', version: VERSION, rules }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: problems.map(sarifResult) }],
  }
  return JSON.stringify(log, null, 2)
}

function sarifResult(problem: Problem): object {
  const { place, code, message, remedy, severity } = problem
  const text = remedy === '' ? message : `${message}\n${remedy}`
  const region =
    place?.line === undefined
      ? undefined
      : { startLine: place.line, startColumn: place.column, endColumn: place.endColumn }
  const uri = place?.file.split('/').map(encodeURIComponent).join('/')
  const locations = place ? [{ physicalLocation: { artifactLocation: { uri }, region } }] : []
  return { ruleId: code, level: severity, message: { text }, locations }
}
