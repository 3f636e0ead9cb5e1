import { nameText, type QName } from '../../schema/name.ts'
import { relationUses } from '../../sql/query-names.ts'
import { splitStatements } from '../../sql/statements.ts'
import type { Step } from '../../steps/step.ts'
import type { Conflict, ConflictSide } from './conflict.ts'
import type { MergeRequest } from './request.ts'
import { sayStep } from './say.ts'
import { sidesOf } from './sides.ts'
import { sqlTexts } from './sql-texts.ts'
import { touchedBy } from './touched.ts'

/** Hand-written SQL of one branch and a step of another that speak of the same table. */
export type MixedSql = Omit<Conflict, 'kind'>

/**
 * Where hand-written SQL of one branch names a table that another branch changes, or that its hand-written SQL names too.
 * Nobody can tell whether their order matters, and a database may run them in either: a person should look.
 */
export function mixedSql({ graph, revisions, heads, targets }: MergeRequest): readonly MixedSql[] {
  const found: MixedSql[] = []
  const stepsOf = (id: string): readonly StepUse[] =>
    revisions.get(id)!.revision.steps.map((step, at) => ({
      side: { revision: id, at, step },
      byHand: step.kind === 'sql',
      objects: objectsOf(step),
    }))
  const objectsOf = (step: Step) =>
    step.kind === 'sql' ? relationsIn(sqlTexts(step, targets)) : touchedBy(step).map(({ object }) => object)
  for (const [a, b] of sidesOf(graph, heads).pairs) {
    const there = stepsOf(b)
    for (const one of stepsOf(a)) {
      for (const other of there) {
        const object = one.byHand || other.byHand ? one.objects.find(name => other.objects.includes(name)) : undefined
        if (object === undefined) continue
        const message = `${sayStep(one.side)} and ${sayStep(other.side)} both speak of ${object}, and a database may run them in either order.`
        found.push({ object, sides: [one.side, other.side], message })
      }
    }
  }
  return found
}

interface StepUse {
  readonly side: ConflictSide
  readonly byHand: boolean
  readonly objects: readonly string[]
}

function relationsIn(texts: readonly { readonly sql: string }[]): readonly string[] {
  const uses = texts.flatMap(({ sql }) => splitStatements(sql).flatMap(({ text }) => relationUses(text)))
  return [
    ...new Set(uses.map(({ schema, name }) => nameText(schema === undefined ? { name } : ({ schema, name } as QName)))),
  ]
}
