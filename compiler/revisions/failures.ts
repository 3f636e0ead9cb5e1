import { type FailureFacts, MigError } from '../failure.ts'

/** The codes of what can be wrong with a graph of revisions, or with the words that name its revisions. */
export type GraphCode = `MIG30${number}` | `MIG31${number}` | `MIG32${number}`

/** A failure of the graph: `revisions` are the revisions in question, in the order in which the sentence names them. */
export function graphFailure(
  code: GraphCode,
  message: string,
  remedy: string,
  revisions: readonly string[],
  exit: FailureFacts['exit'] = 1,
): MigError {
  return new MigError({ code, message, remedy, facts: { revisions }, exit })
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`
}

/** The words and ids that no revision goes by. */
export function unknownRevision(text: string, remedy = 'See `mig history` for what there is.'): MigError {
  return graphFailure('MIG301', `There is no revision or label ${quoted(text)}.`, remedy, [text], 2)
}

/** Several heads where one revision is meant. */
export function severalHeads(argument: string, heads: readonly string[]): MigError {
  return graphFailure(
    'MIG300',
    `${quoted(argument)} could be any of ${heads.length} heads: ${listed(heads)}.`,
    `Name one of them, narrow it as in LABEL@${argument}, say \`heads\` for all of them where the command takes several, or join them with \`mig merge -m 'MESSAGE'\`.`,
    heads,
  )
}

/** What somebody typed, set off from the sentence around it. */
export function quoted(text: string): string {
  return `'${text}'`
}
