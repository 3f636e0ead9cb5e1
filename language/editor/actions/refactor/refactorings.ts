import type { CodeAction } from 'vscode-languageserver-types'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { workspaceEdit } from '../text/workspace-edit.ts'
import { extractMixin } from './extract-mixin.ts'
import { moveConstraint } from './move-constraint.ts'
import type { Refactor, Refactoring, Selection } from './refactoring.ts'
import { sayWas } from './say-was.ts'

const ALL: readonly Refactor[] = [extractMixin, moveConstraint, sayWas]

/** Other ways to write what is selected. */
export function refactorings(model: ProjectModel, parsed: Parsed, range: Selection): CodeAction[] {
  const found = ALL.flatMap(find => quietly(() => find(model, parsed, range)))
  return found
    .filter(({ changes }) => changes.length > 0)
    .map(({ title, kind, changes }) => ({ title, kind, edit: workspaceEdit(changes) }))
}

function quietly(find: () => readonly Refactoring[]): readonly Refactoring[] {
  try {
    return find()
  } catch {
    return []
  }
}
