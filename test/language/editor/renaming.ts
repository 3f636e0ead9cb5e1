import { planChange } from '../../../compiler/compile.ts'
import { loadGraph } from '../../../compiler/revisions/graph.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { offsetAt, uriOf } from '../../../language/editor/lsp-places.ts'
import type { Past } from '../../../language/editor/past.ts'
import type { ProjectModel } from '../../../language/editor/project-model.ts'
import { isRefusal, type Refusal } from '../../../language/editor/rename/refusal.ts'
import { rename } from '../../../language/editor/rename/rename.ts'
import { type Loaded, loadProject } from '../../../language/load.ts'
import { marked } from './marked.ts'
import { pastOfTexts } from './past-of.ts'

/** A past of which only the schema at its head is known. */
export function pastAt(schema: Schema): Past {
  return { path: '/project/migrations', graph: loadGraph([]), revisions: new Map(), heads: [], schema }
}

/** The texts of a project with an edit made, by their paths. */
export function textsAfter(
  model: ProjectModel,
  edit: Exclude<ReturnType<typeof rename>, Refusal>,
): Map<string, string> {
  return new Map(
    model.loaded.files.map(({ parsed }) => {
      const edits = edit.changes?.[uriOf(parsed.file)] ?? []
      const places = edits.map(({ range, newText }) => ({
        start: offsetAt(parsed, range.start),
        end: offsetAt(parsed, range.end),
        newText,
      }))
      let text = parsed.text
      for (const { start, end, newText } of places.sort((a, b) => b.start - a.start || b.end - a.end))
        text = text.slice(0, start) + newText + text.slice(end)
      return [parsed.file, text]
    }),
  )
}

/** The project as it is loaded from such texts. */
export function loadedAfter(model: ProjectModel, texts: ReadonlyMap<string, string>): Loaded {
  return loadProject(model.main, path => texts.get(path))
}

/** What the next revision would do. */
export function stepsAfter(loaded: Loaded, past: Schema): readonly Step[] {
  const targets = loaded.project.targets.map(({ dialect }) => dialect)
  return planChange({ before: past, after: loaded.schema, hints: loaded.hints, targets }).steps
}

const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'

/** A text, or several by the names of their files. */
export type Texts = string | Readonly<Record<string, string>>

/** The text after a rename at the cursor, without the project block; the texts of all files where there are several. */
export function renamed(text: Texts, name: string, ...past: readonly string[]): Texts {
  const { model, place } = marked(text, past.length === 0 ? undefined : () => pastOfTexts(...past))
  const edit = rename(place, name)
  if (isRefusal(edit)) return `refused: ${edit.refused}`
  const texts = [...textsAfter(model, edit)].map(([path, after]) => [path.replace('/project/', ''), after] as const)
  return typeof text === 'string' ? texts[0]![1].replace(HEAD, '') : Object.fromEntries(texts)
}

/** Lines as a text. */
export const t = (...lines: readonly string[]) => `${lines.join('\n')}\n`
