import { DIALECTS, type DialectName, forDialect, type Sql } from '../schema/dialect.ts'
import { nameText, type QName } from '../schema/name.ts'
import type { Index } from '../schema/table-index.ts'
import { columnUses } from '../sql/expression-names.ts'
import { foldName } from '../sql/name-text.ts'
import type { Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** The checks and keys of a table before the plan that read one of its columns. */
export interface MembersWith {
  readonly checks: readonly string[]
  readonly keys: readonly string[]
}

type Member = Extract<Step, { readonly kind: 'drop constraint' | 'drop index' }>

const dropped = new WeakMap<PlanContext, ReadonlyMap<string, readonly Member[]>>()

/** What will judge the values of a column once it is back: members that go with it, and those of the table that stay. */
export function membersWith(plan: PlanContext, table: QName, column: string): MembersWith {
  const now = plan.tableOf(table)
  const gone = droppedBy(plan).get(nameText(table)) ?? []
  const constraints = [
    ...(now?.constraints ?? []),
    ...gone.flatMap(step => ('constraint' in step ? [step.constraint] : [])),
  ]
  const indexes = [...(now?.indexes ?? []), ...gone.flatMap(step => ('index' in step ? [step.index] : []))]
  const checks = constraints.filter(one => one.kind === 'check' && reads(one.sql, column))
  const keys = constraints.filter(
    one => (one.kind === 'unique' || one.kind === 'primary') && one.columns.includes(column),
  )
  const unique = indexes.filter(index => index.unique && indexReads(index, column))
  const names = (members: readonly { readonly name: string }[]) => [...new Set(members.map(member => member.name))]
  return { checks: names(checks), keys: names([...keys, ...unique]) }
}

function droppedBy(plan: PlanContext): ReadonlyMap<string, readonly Member[]> {
  let byTable = dropped.get(plan) as Map<string, Member[]> | undefined
  if (byTable !== undefined) return byTable
  byTable = new Map()
  for (const step of plan.steps) {
    if (step.kind !== 'drop constraint' && step.kind !== 'drop index') continue
    const key = nameText(step.table)
    const list = byTable.get(key)
    if (list === undefined) byTable.set(key, [step])
    else list.push(step)
  }
  dropped.set(plan, byTable)
  return byTable
}

function reads(sql: Sql, column: string): boolean {
  const texts = DIALECTS.map((dialect: DialectName) => forDialect(sql, dialect)).filter(text => text !== undefined)
  return [...new Set(texts)].some(text => columnUses(text).some(use => foldName(use.name) === foldName(column)))
}

function indexReads({ keys, where }: Index, column: string): boolean {
  return (
    keys.some(key => key.column === column || (key.sql !== undefined && reads(key.sql, column))) ||
    (where !== undefined && reads(where, column))
  )
}
