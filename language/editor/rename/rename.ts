import type { WorkspaceEdit } from 'vscode-languageserver-types'
import { tidyEdits } from '../actions/text/tidy-edits.ts'
import { rangeBetween, uriOf } from '../lsp-places.ts'
import { declarationsOf } from '../occurrences/declarations-of.ts'
import type { Place } from '../place.ts'
import type { FileEdit } from './file-edit.ts'
import { readNewName } from './new-name.ts'
import { problemAfter } from './problem-after.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { renameEdits } from './rename-edits.ts'
import { renameable } from './renameable.ts'

/**
 * Renames what is named at a place, in all files and in their SQL, and has its line say what it was if a revision knows the
 * old name: the next revision renames it, too.
 */
export function rename(place: Place, newName: string): WorkspaceEdit | Refusal {
  const { model } = place
  const thing = renameable(place)
  if (isRefusal(thing)) return thing
  const read = readNewName(newName, thing.kind, model)
  if (isRefusal(read)) return read
  const { name } = read
  const declarations = declarationsOf(model, thing)
  if (declarations.every(({ occurrence }) => occurrence.name === name)) return { changes: {} }
  const plain = renameEdits(model, thing, declarations, name, 'where needed')
  if (isRefusal(plain)) return plain
  const problem = problemAfter(model, plain)
  if (problem === undefined) return workspaceEdit(plain)
  const quoted = renameEdits(model, thing, declarations, name, 'everywhere')
  if (!isRefusal(quoted) && problemAfter(model, quoted) === undefined) return workspaceEdit(quoted)
  return problem.severity === 'error' ? refuse(problem.message) : workspaceEdit(plain)
}

function workspaceEdit(edits: readonly FileEdit[]): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {}
  for (const [parsed, own] of Map.groupBy(edits, edit => edit.parsed)) {
    changes[uriOf(parsed.file)] = tidyEdits(parsed, own).map(({ start, end, text }) => ({
      range: rangeBetween(parsed, start, end),
      newText: text,
    }))
  }
  return { changes }
}
