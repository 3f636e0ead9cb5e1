import type { Past } from '../../../language/editor/past.ts'
import type { Place } from '../../../language/editor/place.ts'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { loadProject } from '../../../language/load.ts'
import type { Parsed } from '../../../language/parse.ts'

/** Texts by the names of their files, with the marks taken out: `|>` and `<|` around ranges, `<>` for the cursor. */
export interface Marked {
  readonly model: ProjectModel
  /** The place of the cursor. */
  readonly place: Place
  /** The marked ranges, in the order of the files and the text. */
  readonly ranges: readonly { readonly file: string; readonly start: number; readonly end: number }[]
  file(name: string): Parsed
}

const FOLDER = '/project'
const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'
const MARK = /<>|\|>|<\|/g

/**
 * Reads marked texts as a project. One text alone gets a project block before it, unless it has one. `past` is what the
 * revisions are to say.
 */
export function marked(texts: string | Readonly<Record<string, string>>, past?: (model: ProjectModel) => Past): Marked {
  const all = typeof texts === 'string' ? { 'schema.mig': texts } : texts
  const files = new Map<string, string>()
  const ranges: { file: string; start: number; end: number }[] = []
  let cursor: { path: string; offset: number } | undefined
  for (const [name, written] of Object.entries(all)) {
    const path = `${FOLDER}/${name}`
    const text = name === 'schema.mig' && !/^project\b/m.test(written) ? HEAD + written : written
    const open: number[] = []
    let removed = 0
    const plain = text.replace(MARK, (mark, at: number) => {
      const offset = at - removed
      removed += mark.length
      if (mark === '<>') cursor = { path, offset }
      else if (mark === '|>') open.push(ranges.push({ file: path, start: offset, end: offset }) - 1)
      else Object.assign(ranges[open.pop()!]!, { end: offset })
      return ''
    })
    files.set(path, plain)
  }
  const loaded = loadProject(`${FOLDER}/schema.mig`, path => files.get(path))
  const model: ProjectModel = new ProjectModel(loaded, () => past?.(model))
  const file = (name: string) => model.file(`${FOLDER}/${name}`)!
  const place = () => ({ model, parsed: model.file(cursor!.path)!, offset: cursor!.offset })
  return {
    model,
    ranges,
    file,
    get place() {
      return place()
    },
  }
}
