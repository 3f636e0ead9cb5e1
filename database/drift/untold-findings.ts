import type { DriftFinding } from './drift-finding.ts'
import type { Untold } from './postgres/in-its-words.ts'

/** What the server could not be asked: nobody can tell whether it is as wanted. */
export function untoldFindings(untold: readonly Untold[]): readonly DriftFinding[] {
  return untold.map(({ kind, key, object, reason }) => ({
    code: 'MIG573',
    severity: 'note',
    message: `The text of the ${kind} ${key} cannot be told apart from that of the revisions: ${reason}.`,
    remedy: 'A role that may make temporary tables sees more; the check leaves nothing behind.',
    object,
    settled: true,
  }))
}
