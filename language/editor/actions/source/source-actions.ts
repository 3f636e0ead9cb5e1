import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { fixesFor } from '../fixes-for.ts'
import { REMEDIES } from '../remedies.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Change } from '../text/change.ts'
import { workspaceEdit } from '../text/workspace-edit.ts'
import { organizeImports } from './organize-imports.ts'
import { removeAllSpent } from './spent-in-file.ts'

/** What can be done to a whole file: imports in order, spent hints away, and every fix that changes no meaning. */
export function sourceActions(model: ProjectModel, parsed: Parsed, around: Surroundings): CodeAction[] {
  return [
    ...action('Organize imports', CodeActionKind.SourceOrganizeImports, organizeImports(parsed)),
    ...action('Remove all spent hints', 'source.removeSpentHints', removeAllSpent(model, parsed)?.changes ?? []),
    ...action('Fix all that is sure', CodeActionKind.SourceFixAll, harmlessFixes(model, parsed, around)),
  ]
}

function action(title: string, kind: CodeActionKind, changes: readonly Change[]): readonly CodeAction[] {
  return changes.length === 0 ? [] : [{ title, kind, edit: workspaceEdit(changes) }]
}

function harmlessFixes(model: ProjectModel, parsed: Parsed, around: Surroundings): readonly Change[] {
  const own = model.loaded.diagnostics.filter(({ file, code }) => file === parsed.file && isHarmless(code))
  return own.flatMap(diagnostic => {
    const preferred = fixesFor(model, parsed, diagnostic, around).find(fix => fix.preferred)
    return preferred?.changes.filter(change => change.parsed === parsed) ?? []
  })
}

function isHarmless(code: string): boolean {
  const remedy = REMEDIES[code]
  return remedy !== undefined && 'fixes' in remedy && remedy.harmless === true
}
