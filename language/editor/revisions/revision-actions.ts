import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import { MigError } from '../../../compiler/failure.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { otherFolderName } from './actions/folder-name.ts'
import { mergeRevision } from './actions/merge-revision.ts'
import { otherParent } from './actions/other-parent.ts'
import { renderAgain } from './actions/render-again.ts'
import type { RevisionActor, RevisionRemedy } from './actions/revision-remedy.ts'
import { wholeValue } from './actions/whole-value.ts'

/** What an editor can do about problems of revisions and their SQL: each diagnostic as `revisionDiagnostics` gave it. */
export function revisionActions(actor: RevisionActor, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const seen = new Set<string>()
  const found = diagnostics.flatMap(diagnostic =>
    remediesOf(diagnostic).flatMap(find => tried(find, actor, diagnostic)),
  )
  return found.flatMap(({ title, changes, preferred }) => {
    if (seen.has(title)) return []
    seen.add(title)
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        edit: { documentChanges: [...changes] },
        ...(preferred && { isPreferred: true }),
      },
    ]
  })
}

type Find = (actor: RevisionActor, diagnostic: Diagnostic) => readonly RevisionRemedy[]

const REMEDIES: Readonly<Record<string, readonly Find[]>> = {
  MIG300: [mergeRevision],
  MIG310: [wholeValue],
  MIG320: [otherParent],
  MIG335: [otherFolderName],
  MIG340: [renderAgain],
  MIG341: [renderAgain],
  MIG342: [renderAgain],
  MIG343: [renderAgain],
  MIG346: [renderAgain],
}

function remediesOf({ code }: Diagnostic): readonly Find[] {
  return /^MIG1/.test(code) ? [wholeValue] : (REMEDIES[code] ?? [])
}

/** What the command line would refuse is not offered. */
function tried(find: Find, actor: RevisionActor, diagnostic: Diagnostic): readonly RevisionRemedy[] {
  try {
    return find(actor, diagnostic)
  } catch (error) {
    if (error instanceof MigError) return []
    throw error
  }
}
