import { type DialectName, forDialect, type Sql } from '../schema/dialect.ts'
import { nameText, type QName } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import { columnOf } from '../schema/table.ts'
import { outputColumns } from '../sql/output-columns.ts'
import { type JoinSides, naturalJoins } from '../sql/query-names.ts'
import { targetsOf } from './concern.ts'
import type { PlanContext } from './plan-context.ts'

/** A natural join that joins by other columns after the plan. */
export interface ChangedJoin {
  /** The key of the view or trigger that it stands in. */
  readonly object: string
  readonly what: 'view' | 'trigger'
  /** The columns that it joined by, under their old names, and those that it joins by. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly targets: readonly DialectName[]
}

const known = new WeakMap<PlanContext, ReadonlyMap<string, readonly ChangedJoin[]>>()

/** The natural joins with a table, by its key after the plan, that join by other columns than before. */
export function changedJoins(plan: PlanContext, table: string): readonly ChangedJoin[] {
  let found = known.get(plan)
  if (found === undefined) {
    found = findChanged(plan)
    known.set(plan, found)
  }
  return found.get(table) ?? []
}

function findChanged(plan: PlanContext): ReadonlyMap<string, readonly ChangedJoin[]> {
  const found = new Map<string, ChangedJoin[]>()
  const look = (
    what: ChangedJoin['what'],
    key: string,
    old: Sql | undefined,
    now: Sql,
    targets: readonly DialectName[],
  ) => {
    for (const target of targets) {
      const [before, after] = [old && forDialect(old, target), forDialect(now, target)]
      if (before === undefined || after === undefined || !/natural/i.test(after)) continue
      for (const [tables, change] of changesIn(plan, before, after, target)) {
        const join = { object: key, what, ...change, targets: [target] }
        for (const table of tables) found.set(table, merged(found.get(table) ?? [], join))
      }
    }
  }
  for (const [key, view] of plan.after.views)
    look('view', key, plan.before.views.get(key)?.sql, view.sql, targetsOf(plan, view))
  for (const [key, trigger] of plan.after.triggers) {
    look('trigger', key, plan.before.triggers.get(key)?.sql, trigger.sql, targetsOf(plan, trigger))
  }
  return found
}

/** The same join is told once, for all databases that have it. */
function merged(joins: readonly ChangedJoin[], join: ChangedJoin): ChangedJoin[] {
  const other = joins.find(one => one.object === join.object && one.what === join.what)
  if (other === undefined) return [...joins, join]
  const targets = [...new Set([...other.targets, ...join.targets])]
  return joins.map(one => (one === other ? { ...one, targets } : one))
}

type Change = readonly [tables: readonly string[], columns: Pick<ChangedJoin, 'before' | 'after'>]

/** Joins stand at the same places in both texts, unless somebody has written the text anew. */
function changesIn(plan: PlanContext, before: string, after: string, dialect: DialectName): readonly Change[] {
  const old = naturalJoins(before)
  const now = naturalJoins(after)
  if (old.length !== now.length) return []
  return now.flatMap((sides, at): readonly Change[] => {
    const were = shared(old[at]!, plan.before, dialect)
    const are = shared(sides, plan.after, dialect)
    if (were === undefined || are === undefined) return []
    const tables = keysOf(sides, plan.after, dialect)
    const expected = new Set(were.flatMap(name => renamed(name, tables, plan) ?? []))
    const isSame = expected.size === were.length && are.length === were.length && are.every(name => expected.has(name))
    return isSame ? [] : [[tables, { before: were, after: are }]]
  })
}

/** What a shared column is called now; undefined when its tables do not share it any more. */
function renamed(name: string, tables: readonly string[], plan: PlanContext): string | undefined {
  const names = tables.flatMap(key => {
    const table = plan.after.tables.get(key)
    const rename = plan.steps.find(
      step => step.kind === 'rename column' && nameText(step.table) === key && step.from === name,
    )
    const now = rename?.kind === 'rename column' ? rename.to : name
    return table !== undefined && columnOf(table, now) !== undefined ? [now] : []
  })
  return new Set(names).size === 1 ? names[0] : undefined
}

/** The columns that both sides have; undefined where those of a side are not known. */
function shared(sides: JoinSides, schema: Schema, dialect: DialectName): readonly string[] | undefined {
  const [left, right] = sides.map(side => {
    const columns = side.map(used => used && columnsOf(used, schema, dialect))
    return columns.includes(undefined) ? undefined : new Set(columns.flatMap(names => names ?? []))
  })
  return left && right && [...left].filter(name => right.has(name))
}

function columnsOf(used: QName, schema: Schema, dialect: DialectName): readonly string[] | undefined {
  const key = keyOf(used, schema, dialect)
  const table = schema.tables.get(key)
  if (table !== undefined) {
    return table.columns.filter(({ only }) => only === undefined || only === dialect).map(column => column.name)
  }
  const view = schema.views.get(key)
  const text = view && forDialect(view.sql, dialect)
  return text === undefined ? undefined : outputColumns(text, view?.columnNames)
}

function keysOf(sides: JoinSides, schema: Schema, dialect: DialectName): readonly string[] {
  return sides.flat().flatMap(used => (used === undefined ? [] : [keyOf(used, schema, dialect)]))
}

/** SQLite has no schemas, and `public` is none in the names of what is in it. */
function keyOf(used: QName, { tables, views }: Schema, dialect: DialectName): string {
  const key = nameText(used.schema === 'public' ? { name: used.name } : used)
  if (dialect === 'postgres' || tables.has(key) || views.has(key)) return key
  const found = [...tables.values(), ...views.values()].find(one => one.name.name === used.name)
  return found === undefined ? key : nameText(found.name)
}
