import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { DriftFinding } from './drift-finding.ts'
import type { InItsWords } from './postgres/in-its-words.ts'

/** What the server could not be asked: nobody can tell whether it is as wanted. */
export function untoldFindings(untold: InItsWords['untold']): readonly DriftFinding[] {
  return untold.map(({ doubt: { kind, relation, name }, reason }) => {
    const key = kind === 'view' ? nameText(relation) : `${nameText(relation)}.${quoteName(name)}`
    return {
      code: 'MIG573',
      severity: 'note',
      message: `The text of the ${kind} ${key} cannot be told apart from that of the revisions: ${reason}.`,
      remedy: 'A role that may make temporary tables sees more; the check leaves nothing behind.',
      object: key,
      settled: true,
    }
  })
}
