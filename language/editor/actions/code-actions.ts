import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Parsed } from '../../parse.ts'
import type { ProjectModel } from '../project-model.ts'
import { fixesFor } from './fixes-for.ts'
import { linkedDiagnostic } from './linked-diagnostic.ts'
import { refactorings } from './refactor/refactorings.ts'
import { sourceActions } from './source/source-actions.ts'
import { removeAllSpent } from './source/spent-in-file.ts'
import { stillTrue } from './still-true.ts'
import { ALONE, type Surroundings } from './surroundings.ts'
import { workspaceEdit } from './text/workspace-edit.ts'

/** The kinds of actions that are offered. */
export const ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.SourceOrganizeImports,
  CodeActionKind.SourceFixAll,
  'source.removeSpentHints',
]

/**
 * What can be done at a stretch of a file: fixes for the diagnostics that stand there, other ways to write it, and, where
 * they are asked for, what can be done to the whole file. `around` is what the server knows of files outside of the project.
 */
export function codeActions(
  model: ProjectModel,
  parsed: Parsed,
  range: { readonly start: number; readonly end: number },
  diagnostics: readonly Diagnostic[],
  only?: readonly CodeActionKind[],
  around: Surroundings = ALONE,
): CodeAction[] {
  const wants = (kind: CodeActionKind) =>
    only === undefined
      ? !kind.startsWith('source')
      : only.some(one => one === '' || isWithin(kind, one) || isWithin(one, kind))
  const there = diagnostics.filter(diagnostic => diagnostic.file === parsed.file && touches(diagnostic, range))
  const own = stillTrue(model, parsed, there)
  const actions = [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(model, parsed, own, around) : []),
    ...(wants(CodeActionKind.Refactor) ? refactorings(model, parsed, range) : []),
    ...(only?.some(kind => kind.startsWith('source')) ? sourceActions(model, parsed, around) : []),
  ]
  return only === undefined ? actions : actions.filter(({ kind }) => only.some(one => isWithin(kind ?? '', one)))
}

function quickFixes(
  model: ProjectModel,
  parsed: Parsed,
  diagnostics: readonly Diagnostic[],
  around: Surroundings,
): CodeAction[] {
  const actions = diagnostics.flatMap(diagnostic => {
    const linked = [linkedDiagnostic(diagnostic)]
    return fixesFor(model, parsed, diagnostic, around).map(
      ({ title, changes, preferred, creates }): CodeAction => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: linked,
        ...(preferred && { isPreferred: true }),
        edit: workspaceEdit(changes, creates),
      }),
    )
  })
  const spent = diagnostics.filter(({ code }) => code === 'MIG116')
  const all = spent.length === 0 ? undefined : removeAllSpent(model, parsed)
  if (all !== undefined && all.count > 1)
    actions.push({
      title: `Remove all ${all.count} spent hints of this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: spent.map(linkedDiagnostic),
      edit: workspaceEdit(all.changes),
    })
  return actions
}

function isWithin(kind: CodeActionKind, wanted: CodeActionKind): boolean {
  return kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`)
}

/** A file that nothing imports is spoken of as a whole. */
function touches(
  { code, range }: Diagnostic,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return code === 'MIG115' || (range.start.offset <= end && range.end.offset >= start)
}
