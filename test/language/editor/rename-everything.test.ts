import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { WorkspaceEdit } from 'vscode-languageserver-types'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Diagnostic } from '../../../language/diagnostic.ts'
import { offsetAt, uriOf } from '../../../language/editor/lsp-places.ts'
import type { Occurrence } from '../../../language/editor/occurrence.ts'
import { occurrencesOf } from '../../../language/editor/occurrences/occurrences-of.ts'
import { sameThing } from '../../../language/editor/occurrences/same-thing.ts'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { prepareRename } from '../../../language/editor/rename/prepare-rename.ts'
import { isRefusal } from '../../../language/editor/rename/refusal.ts'
import { rename } from '../../../language/editor/rename/rename.ts'
import { formatText } from '../../../language/format/format-text.ts'
import { type Loaded, loadProject } from '../../../language/load.ts'
import { loadedAfter, pastAt, stepsAfter, textsAfter } from './renaming.ts'

const PROJECTS = {
  shop: '../shop.mig',
  library: '../../../examples/library/schema.mig',
  'workout-buddy': '../../../examples/workout-buddy/schema.mig',
  tangled: './texts/tangled.mig',
  everything: './texts/everything.mig',
}

const OTHERS = [
  'select',
  "it's",
  'table',
  'include',
  'default',
  'Mixed',
  'text',
  'null',
  'postgres',
  'a`b',
  'was',
  'user',
]

describe.each(Object.entries(PROJECTS))('every name in %s', (_, path) => {
  const loaded = loadProject(fileURLToPath(new URL(path, import.meta.url)), read)
  const past = loaded.schema
  const model = new ProjectModel(loaded, () => pastAt(past))
  const things = renameables(model)

  test.each(things.map(({ kind, key }, at) => [`${kind} ${key}`, at] as const))('%s', (_, at) => {
    const { parsed, ...thing } = things[at]!
    for (const [nth, name] of [at % 2 === 0 ? 'fresh_name' : 'odd name', OTHERS[at % OTHERS.length]!].entries()) {
      const edit = rename({ model, parsed, offset: thing.start }, name)
      if (isRefusal(edit)) {
        expect(edit.refused).toMatch(/already|built-in type/)
        continue
      }
      if (nth === 0) expect(unlike(model, edit, things[at]!, name)).toEqual([])
      const texts = textsAfter(model, edit)
      const after = loadedAfter(model, texts)
      expect(codes(after.diagnostics)).toEqual(codes(loaded.diagnostics))
      expect(wrong(stepsAfter(after, past), thing)).toEqual([])
      for (const [file, text] of texts) {
        const before = model.file(file)!.text
        if (formatText(before) === before) expect(formatText(text)).toBe(text)
      }
      if (nth === 0) expect(backAgain(model, after, thing, past)).toEqual(textsWithoutSpent(model, thing))
    }
  })
})

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function renameables(model: ProjectModel) {
  return model.loaded.files.flatMap(({ parsed }) =>
    occurrencesOf(model, parsed)
      .filter(one => one.role === 'declaration')
      .filter(one => !isRefusal(prepareRename({ model, parsed, offset: one.start })))
      .map(one => ({ ...one, parsed })),
  )
}

/** Where a rename writes the new name and no highlight shows the old one, or leaves what one shows. */
function unlike(
  model: ProjectModel,
  { changes = {} }: WorkspaceEdit,
  thing: Occurrence,
  name: string,
): readonly string[] {
  return model.loaded.files.flatMap(({ parsed }) => {
    const edits = (changes[uriOf(parsed.file)] ?? []).map(({ range, newText }) => ({
      start: offsetAt(parsed, range.start),
      end: offsetAt(parsed, range.end),
      newText,
    }))
    const shown = occurrencesOf(model, parsed).filter(one => sameThing(one, thing) && one.role !== 'past')
    const touches = (edit: (typeof edits)[number], one: Occurrence) => edit.start <= one.end && one.start <= edit.end
    const left = shown.filter(one => !edits.some(edit => touches(edit, one)))
    const unseen = edits.filter(edit => edit.newText.includes(name) && !shown.some(one => touches(edit, one)))
    const textAt = ({ start }: { readonly start: number }) => parsed.text.slice(start - 20, start + 20)
    return [...left.map(one => `left: ${textAt(one)}`), ...unseen.map(edit => `unseen: ${textAt(edit)}`)]
  })
}

function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, severity }) => `${code} ${severity}`).sort()
}

/**
 * The steps that are no renames. A view or trigger whose text holds a value that is renamed is made anew, and so is a trigger
 * that runs a function of a schema that is. Which of two functions of a name a call means no text shows to the compiler: one goes and
 * another comes. The made names of the indexes of a materialized view follow by an `alter` that renames them.
 */
function wrong(steps: readonly Step[], thing: Occurrence): readonly string[] {
  const isInDatabase = !['type', 'mixin', 'project'].includes(thing.kind)
  if (isInDatabase && steps.length === 0) return ['nothing at all']
  return steps.filter(step => !isExpected(step, thing)).map(describeStep)
}

function isExpected(step: Step, { kind, key }: Occurrence): boolean {
  if (kind === 'enum value') {
    if (step.kind === 'alter enum')
      return step.renames.length === 1 && step.from.values.length === step.to.values.length
    return step.kind === 'alter view' || step.kind === 'alter trigger'
  }
  if (kind === 'field' && step.kind === 'alter object' && step.to.kind === 'composite')
    return (
      step.renames?.length === 1 && step.from.kind === 'composite' && step.from.fields.length === step.to.fields.length
    )
  if (step.kind === 'alter object' && (kind === 'materialized view' || kind === 'index'))
    return JSON.stringify(withoutIndexNames(step.from)) === JSON.stringify(withoutIndexNames(step.to))
  if (key.startsWith('show(')) return true
  return step.kind.startsWith('rename ') || (kind === 'schema' && step.kind === 'alter trigger')
}

/** An index of a materialized view that is the same under another name is renamed. */
function withoutIndexNames(object: DbObject): object {
  if (object.kind !== 'materialized view') return object
  return { ...object, indexes: object.indexes.map(index => ({ ...index, name: '' })) }
}

/** The texts after the thing got its first name again. */
function backAgain(before: ProjectModel, after: Loaded, thing: Occurrence, past: Schema): Map<string, string> {
  const model = new ProjectModel(after, () => pastAt(past))
  const place = before.loaded.files
    .flatMap(({ parsed }) => occurrencesOf(before, parsed).map((one, at) => ({ file: parsed.file, one, at })))
    .find(({ one }) => one.role === 'declaration' && one.kind === thing.kind && one.key === thing.key)!
  const nth = occurrencesOf(before, before.file(place.file)!).filter(
    one => one.role === 'declaration' && one.kind === thing.kind,
  )
  const parsed = model.file(place.file)!
  const same = occurrencesOf(model, parsed).filter(one => one.role === 'declaration' && one.kind === thing.kind)
  const now = same[nth.indexOf(place.one)]!
  const edit = rename({ model, parsed, offset: now.start }, `"${thing.name.replaceAll('"', '""')}"`)
  if (isRefusal(edit)) throw new Error(`back: ${edit.refused}`)
  return new Map([...textsAfter(model, edit)].map(([file, text]) => [file, plain(text)]))
}

/** The texts of now; a `was` of the thing is spent, since the revision knows its name. */
function textsWithoutSpent(model: ProjectModel, thing: Occurrence): Map<string, string> {
  return new Map(
    model.loaded.files.map(({ parsed }) => {
      const was = occurrencesOf(model, parsed).find(
        one => one.role === 'past' && one.kind === thing.kind && one.key === thing.key,
      )
      const { text } = parsed
      return [
        parsed.file,
        plain(was === undefined ? text : text.slice(0, was.start - ' was '.length) + text.slice(was.end)),
      ]
    }),
  )
}

/** Needless quotes and blanks do not matter. */
function plain(text: string): string {
  return text.replace(/"(\w+)"/g, '$1').replace(/ +/g, ' ')
}
