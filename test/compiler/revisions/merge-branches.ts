import { planChange } from '../../../compiler/compile.ts'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { loadGraph } from '../../../compiler/revisions/graph.ts'
import type { MergeRequest } from '../../../compiler/revisions/merge/request.ts'
import type { Revision } from '../../../compiler/revisions/revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { SqlStep, Step } from '../../../compiler/steps/step.ts'
import { loadText } from '../../language/load-text.ts'
import { revision } from './revision.ts'

/** What a branch does: the schema text after each of its revisions, or hand-written SQL. */
export type Change = string | SqlStep

/** Branches upon the revision `start`, whose revisions are `a1`, `a2`, …, `b1`, …: each planned from the text before it. */
export function branches(
  targets: readonly DialectName[],
  base: string,
  ...lines: readonly (readonly Change[])[]
): MergeRequest {
  const revisions: Revision[] = [revision('start', [], stepsBetween(targets, '', base))]
  const heads = lines.map((changes, branch) => {
    let before = base
    let head = 'start'
    for (const [at, change] of changes.entries()) {
      const id = `${'abcd'[branch]}${at + 1}`
      const steps = typeof change === 'string' ? stepsBetween(targets, before, change) : [change]
      revisions.push(revision(id, [head], steps))
      if (typeof change === 'string') before = change
      head = id
    }
    return head
  })
  return request(targets, revisions, heads)
}

/** Some revisions whose heads are to be joined. */
export function request(
  targets: readonly DialectName[],
  revisions: readonly Revision[],
  heads: readonly string[],
): MergeRequest {
  return {
    graph: loadGraph(revisions),
    revisions: new Map(revisions.map(one => [one.id, { revision: one }])),
    heads,
    targets,
    render: (steps, before, name) => dialects[name].render(steps, before),
  }
}

function stepsBetween(targets: readonly DialectName[], before: string, after: string): readonly Step[] {
  const head = `project p {\n  targets ${targets.map(name => (name === 'postgres' ? 'postgres 14' : 'sqlite 3.38')).join(', ')}\n}\n`
  const [from, to] = [before, after].map(text => loadText(`${head}${text}`))
  return planChange({ before: from!.schema, after: to!.schema, hints: to!.hints, targets }).steps
}
