import { schemaAt } from '../../../../compiler/revisions/fold.ts'
import { downOf } from '../../../../compiler/revisions/graph.ts'
import { ancestors } from '../../../../compiler/revisions/reach.ts'
import type { Schema } from '../../../../compiler/schema/schema.ts'
import { applySteps } from '../../../../compiler/steps/apply.ts'
import { describeStep } from '../../../../compiler/steps/describe.ts'
import type { Step } from '../../../../compiler/steps/step.ts'
import type { Diagnostic } from '../../../diagnostic.ts'
import { LineIndex } from '../../../line-index.ts'
import { printStep } from '../../../print/step.ts'
import { readRevision } from '../../../revision-text.ts'
import { currentText } from '../current-text.ts'
import { piece } from '../file-edits.ts'
import { readRevisions, revisionsOf } from '../known-revisions.ts'
import type { RevisionActor, RevisionRemedy } from './revision-remedy.ts'
import { dropStep, wholeStep } from './whole-step.ts'
import { readDrop } from './written-drop.ts'

/** A step that drops or alters less than there is gets all of it, from the fold of what is before it. */
export function wholeValue(actor: RevisionActor, { code, file, range, data }: Diagnostic): readonly RevisionRemedy[] {
  const text = currentText(file, actor.openText)
  if (text === undefined) return []
  const line = code === 'MIG310' && typeof data?.line === 'number' ? data.line - 1 : range.start.line
  const found = code === 'MIG310' ? misfit(text, file, line) : unfinished(text, line)
  if (found === undefined) return []
  const before = schemaBefore(actor, file, text, found.start)
  const step = before && found.whole(before)
  if (step === undefined) return []
  const lines = new LineIndex(text)
  const start = withDocumentation(text, found.start)
  const changes = piece(file, lines.range(start, found.end - start), printStep(step))
  return [{ title: `Write all of what is there: ${describeStep(step)}`, changes, preferred: true }]
}

interface Found {
  readonly start: number
  readonly end: number
  readonly whole: (before: Schema) => Step | undefined
}

/** The step of a revision that can be read. */
function misfit(text: string, file: string, line: number): Found | undefined {
  const { revision, places } = readRevision(text, file)
  const at = places.findIndex(({ start }) => start.line === line)
  const step = revision?.steps[at]
  if (step === undefined) return undefined
  const { start, end } = places[at]!
  return { start: start.offset, end: end.offset, whole: before => wholeStep(step, before) }
}

/** A line that begins a drop. */
function unfinished(text: string, line: number): Found | undefined {
  const start = new LineIndex(text).offset(line, 0)
  const written = /^[^\r\n]*/.exec(text.slice(start))![0].trimEnd()
  const drop = readDrop(written)
  const blanks = written.length - written.trimStart().length
  return drop && { start: start + blanks, end: start + written.length, whole: before => dropStep(drop, before) }
}

/** The schema that a step finds: the fold of the revisions below, and of the steps above it in its own. */
function schemaBefore(
  { loaded, openText }: RevisionActor,
  file: string,
  text: string,
  offset: number,
): Schema | undefined {
  const { migrations } = loaded().project
  const { graph, revisions } = revisionsOf(readRevisions(migrations, openText), migrations)
  const { revision } = readRevision(text.slice(0, withDocumentation(text, offset)), file)
  if (graph === undefined || revision === undefined) return undefined
  const below = downOf(graph, revision.id)
  if ([...ancestors(graph, below)].some(id => !revisions.has(id))) return undefined
  return applySteps(schemaAt(graph, revisions, below), revision.steps)
}

/** Where the `///` lines above a step begin. */
function withDocumentation(text: string, start: number): number {
  const [above] = /(?:^|(?<=\n))(?:[ \t]*\/\/\/[^\n]*\n)+[ \t]*$/.exec(text.slice(0, start)) ?? ['']
  return start - above.length
}
