import type { Revision, RevisionHead } from '../compiler/revisions/revision.ts'
import type { Step } from '../compiler/steps/step.ts'
import { type Diagnostic, hasErrors, type Range } from './diagnostic.ts'
import type { Element, Step as StepNode } from './generated/ast.ts'
import { sortDiagnostics } from './load/sort-diagnostics.ts'
import type { Context } from './lower/context.ts'
import { HintCollector } from './lower/hint-collector.ts'
import { reportRepeatedOptions } from './lower/repeated-options.ts'
import { Reporter } from './lower/reporter.ts'
import { lowerHead } from './lower/revision/head.ts'
import { REVISION_NAMES } from './lower/revision/revision-names.ts'
import { lowerStep } from './lower/revision/step.ts'
import { SourceCollector } from './lower/source-collector.ts'
import { readText } from './parse.ts'

/** A revision file as read. There is a revision only when nothing is wrong with the text. */
export interface ReadRevision {
  readonly revision?: Revision
  /** What stands above the steps, as far as it could be read; nothing without an id. */
  readonly head?: RevisionHead
  readonly diagnostics: readonly Diagnostic[]
  /** Where each step stands. */
  readonly places: readonly Range[]
}

/** Reads a `revision.mig`. */
export function readRevision(text: string, file: string): ReadRevision {
  const parsed = readText(text, file)
  const report = new Reporter()
  report.add(parsed)
  const hints = new HintCollector()
  const sources = new SourceCollector(report)
  const context: Context = { parsed, names: REVISION_NAMES, report, hints, sources, aliases: new Map() }
  const head = parsed.errors.length > 0 && parsed.ast.elements.length === 0 ? undefined : lowerHead(parsed.ast, context)
  const steps: Step[] = []
  const places: Range[] = []
  for (const node of parsed.ast.elements) {
    if (!isStep(node)) reportStray(node, context)
    else {
      const step = lowerStep(node, context)
      if (step === undefined) continue
      steps.push(step)
      places.push(report.rangeOf({ node }))
    }
  }
  reportRepeatedOptions(parsed.ast.elements, context)
  const stray = sources.hints.map(({ range }) => strayHint(file, range))
  const all = [...parsed.errors, ...parsed.warnings, ...report.diagnostics, ...stray]
  const diagnostics = sortDiagnostics(all, [file])
  const said = head !== undefined && head.id !== '' && { head }
  if (head === undefined || hasErrors(diagnostics)) return { ...said, diagnostics, places }
  return { ...said, revision: { ...head, steps }, diagnostics, places }
}

function isStep(node: Element): node is StepNode {
  return /Step(?:Node)?$/.test(node.$type)
}

function reportStray(node: Element, { report }: Context): void {
  if (node.$type.endsWith('Line')) return
  const remedy = 'Write a step: `create …`, `drop …`, `alter …`, `rename …`, `add …` or `sql …`.'
  report.error('MIG114', 'A revision holds steps: what changes, not what is.', remedy, { node })
}

function strayHint(file: string, range: Range): Diagnostic {
  const message = 'A revision has no hints: the steps say what happens.'
  return { code: 'MIG114', severity: 'error', message, remedy: 'Remove it.', file, range }
}
