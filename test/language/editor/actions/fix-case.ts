import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeAction, TextEdit } from 'vscode-languageserver-types'
import { planChange } from '../../../../compiler/compile.ts'
import { spentCycles } from '../../../../compiler/diff/spent-cycles.ts'
import { type Diagnostic, hasErrors } from '../../../../language/diagnostic.ts'
import { codeActions } from '../../../../language/editor/actions/code-actions.ts'
import type { Surroundings } from '../../../../language/editor/actions/surroundings.ts'
import { uriOf } from '../../../../language/editor/lsp-places.ts'
import { DeclarationOrder } from '../../../../language/editor/plan/declaration-order.ts'
import { hazardDiagnostics } from '../../../../language/editor/plan/hazard-diagnostics.ts'
import { ObjectRanges } from '../../../../language/editor/plan/object-ranges.ts'
import type { ProjectModel } from '../../../../language/editor/project-model.ts'
import { spentHints } from '../../../../language/editor/spent-hints.ts'
import { marked } from '../marked.ts'
import { pastOfTexts } from '../past-of.ts'

/** The texts of a project, or that of its main file. */
export type Texts = string | Readonly<Record<string, string>>

/** A text, the fix that is taken, and the text as it is to be then. */
export type FixCase = readonly [code: string, title: string, before: Texts, after: Texts, more?: More]

/** What else a case needs. */
export interface More {
  /** What the last revision says. */
  readonly past?: string | readonly string[]
  /** The fix is the one that is surely meant. */
  readonly sure?: true
  /** The text of the diagnostic, where a code stands at several places. */
  readonly at?: string
  /** Files that nothing imports. */
  readonly around?: Readonly<Record<string, string>>
  /** Errors that may come with the fix. */
  readonly beside?: readonly string[]
}

/** A project with all that an editor says of it. */
export interface Opened {
  readonly model: ProjectModel
  readonly diagnostics: readonly Diagnostic[]
}

const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'

/** Opens texts upon what the last revision says. */
export function open(texts: Texts, past?: string | readonly string[]): Opened {
  const known = past === undefined ? undefined : pastOfTexts(...[past].flat())
  const { model } = marked(texts, known && (() => known))
  return { model, diagnostics: [...model.loaded.diagnostics, ...spentHints(model), ...hazardsOf(model)] }
}

function hazardsOf({ loaded, past }: ProjectModel): readonly Diagnostic[] {
  if (past === undefined || hasErrors(loaded.diagnostics)) return []
  const steps = [...past.revisions.values()].flatMap(({ revision }) => revision.steps)
  const { hazards } = planChange({
    before: past.schema,
    after: loaded.schema,
    hints: loaded.hints,
    targets: loaded.project.targets.map(({ dialect }) => dialect),
    spent: spentCycles(steps),
    past: steps,
  })
  return hazardDiagnostics(hazards, new ObjectRanges(loaded, past.schema, new DeclarationOrder()))
}

/** What is offered at a diagnostic. */
export function actionsAt({ model, diagnostics }: Opened, diagnostic: Diagnostic, around?: Surroundings): CodeAction[] {
  const { file, range } = diagnostic
  const parsed = model.file(file) ?? model.file(model.main)!
  return codeActions(
    model,
    parsed,
    { start: range.start.offset, end: range.end.offset },
    diagnostics,
    undefined,
    around,
  )
}

/** The texts of a project with the edits of an action made in them, by the names of the files. */
export function textsAfter({ model }: Opened, { edit }: CodeAction): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  const edits: Record<string, TextEdit[]> = { ...edit?.changes }
  for (const change of edit?.documentChanges ?? []) {
    if ('edits' in change) edits[change.textDocument.uri] = change.edits as TextEdit[]
    else if (change.kind === 'create') texts[nameOf(change.uri)] = ''
  }
  for (const { parsed } of model.loaded.files) {
    const uri = uriOf(parsed.file)
    const document = TextDocument.create(uri, 'mig', 0, parsed.text)
    texts[nameOf(uri)] = TextDocument.applyEdits(document, edits[uri] ?? [])
  }
  return texts
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/project/') + '/project/'.length)
}

/** Texts by the names of their files, with the project block that the main one has. */
export function whole(texts: Texts): Readonly<Record<string, string>> {
  const all = typeof texts === 'string' ? { 'schema.mig': texts } : texts
  const main = all['schema.mig']!
  return { ...all, 'schema.mig': /^project\b/m.test(main) ? main : HEAD + main }
}
