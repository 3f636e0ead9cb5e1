import { type DialectName, forDialect, type Sql } from '../../schema/dialect.ts'
import { nameText, type QName } from '../../schema/name.ts'
import { triggerKey } from '../../schema/schema.ts'
import { relationUses } from '../../sql/query-names.ts'
import { meansRelation } from '../../sql/same-relation.ts'
import { concern, targetsOf } from '../concern.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

/** A table or view goes, and a view or trigger that stays uses it. */
export const rule: HazardRule = {
  code: 'MIG243',
  name: 'still-read',
  severity: 'error',
  title: 'A view or trigger uses a table or view that is dropped',
  explain: [
    'Postgres refuses to drop what a view reads, so the migration would stop there. SQLite drops it, and the view or the trigger fails from then on, as does every later rename in that database.',
    'Change the view or the trigger, or drop it in the same revision.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop table' && step.kind !== 'drop view') return []
    const dropped = step.kind === 'drop table' ? step.table : step.view
    const key = nameText(dropped.name)
    if (plan.after.tables.has(key) || plan.after.views.has(key)) return []
    const targets = targetsOf(plan, dropped)
    return readersOf(plan, dropped.name).flatMap(reader => {
      const where = reader.targets.filter(
        target => targets.includes(target) && reader.uses.get(target)!.some(use => meansRelation(use, dropped.name)),
      )
      if (where.length === 0) return []
      return [
        {
          object: reader.key,
          message: `The ${reader.what} ${reader.key} uses ${key}, which is dropped.`,
          remedy: 'Change its SQL, or drop it as well.',
          ...concern(plan, where),
        },
      ]
    })
  },
}

interface Reader {
  readonly what: 'view' | 'trigger'
  readonly key: string
  readonly targets: readonly DialectName[]
  readonly uses: ReadonlyMap<DialectName, readonly QName[]>
}

const known = new WeakMap<PlanContext, ReadonlyMap<string, readonly Reader[]>>()

/** The views and triggers that are there after the plan and use something of a name, whatever its schema and the case of its letters. */
function readersOf(plan: PlanContext, { name }: QName): readonly Reader[] {
  let found = known.get(plan)
  if (found === undefined) {
    found = readReaders(plan)
    known.set(plan, found)
  }
  return found.get(name.toLowerCase()) ?? []
}

function readReaders(plan: PlanContext): ReadonlyMap<string, readonly Reader[]> {
  const { views, triggers } = plan.after
  const readers = [
    ...[...views.values()].map(view => reader(plan, 'view', nameText(view.name), view)),
    ...[...triggers.values()].map(trigger => reader(plan, 'trigger', triggerKey(trigger), trigger)),
  ]
  const found = new Map<string, Reader[]>()
  for (const one of readers)
    for (const name of new Set([...one.uses.values()].flat().map(use => use.name.toLowerCase())))
      found.set(name, [...(found.get(name) ?? []), one])
  return found
}

function reader(
  plan: PlanContext,
  what: Reader['what'],
  key: string,
  object: { readonly only?: DialectName; readonly sql: Sql; readonly table?: QName },
): Reader {
  const targets = targetsOf(plan, object)
  const options = object.table === undefined ? {} : { table: object.table }
  const uses = targets.map(target => [target, relationUses(forDialect(object.sql, target) ?? '', options)] as const)
  return { what, key, targets, uses: new Map(uses) }
}
