import type { DialectName } from '../schema/dialect.ts'
import { nameText, type QName } from '../schema/name.ts'
import { mentions } from '../sql/mentions.ts'
import { relationUses } from '../sql/query-names.ts'
import { renameColumnInStatement, renameLiteral, renameRelation, renameType } from '../sql/rename.ts'
import { renameFunction } from '../sql/rename-object.ts'
import { namesInSql } from '../sql/routine/body-names.ts'
import { meansRelation } from '../sql/same-relation.ts'
import type { AlterColumn, AlterEnum, Step, StepOf } from '../steps/step.ts'
import { ifConverted } from './if-converted.ts'
import { enumsOf, type PlanContext } from './plan-context.ts'

const ASIDE = 'mig_aside'

/** A query as it reads before a step; undefined where there is no such query, since it asks for what the step brings. */
export function undoInQuery(query: string, step: Step, plan: PlanContext, target: DialectName): string | undefined {
  const inSql = (name: QName): QName => (target === 'sqlite' ? { name: name.name } : name)
  switch (step.kind) {
    case 'rename table':
    case 'rename view':
      return renameRelation(query, inSql(step.to), inSql(step.from))
    case 'rename enum':
      return renameType(query, step.to, step.from)
    case 'rename object':
      return undoRenamedObject(query, step)
    case 'rename schema':
      return target === 'sqlite' ? query : moved(query, step.to, step.from)
    case 'rename column':
      return mentions(query, step.to) ? renameColumnInStatement(query, inSql(step.table), step.to, step.from) : query
    case 'create table':
      return relationUses(query).some(use => meansRelation(use, inSql(step.table.name))) ? undefined : query
    case 'create view':
      return relationUses(query).some(use => meansRelation(use, inSql(step.view.name))) ? undefined : query
    case 'create enum':
      return ifWithout(query, 'types', step.enum.name)
    case 'create object': {
      const isRoutine = 'arguments' in step.object
      return ifWithout(query, isRoutine ? 'routines' : 'types', step.object.name)
    }
    case 'add column':
      return aside(query, inSql(step.table), step.column.name) === query ? query : undefined
    case 'alter column':
      return beforeConversion(query, inSql(step.table), step, plan, target)
    case 'alter enum':
      return withOldValues(query, step, plan, target)
    default:
      return query
  }
}

/** The query with a column under a name that nothing else has. */
function aside(query: string, table: QName, column: string): string {
  return mentions(query, column) ? renameColumnInStatement(query, table, column, ASIDE) : query
}

function ifWithout(query: string, space: 'types' | 'routines', name: QName): string | undefined {
  return namesInSql(query)[space].some(used => meansRelation(used, name)) ? undefined : query
}

function undoRenamedObject(query: string, { from, to }: StepOf<'rename object'>): string {
  if (to.arguments !== undefined) return renameFunction(query, to.name, from.name)
  if (to.kind === 'materialized view') return renameRelation(query, to.name, from.name)
  return to.table === undefined && to.label === undefined ? renameType(query, to.name, from.name) : query
}

/** The query with everything of a schema that has another name before. */
function moved(query: string, from: string, to: string): string {
  const { relations, types, routines } = namesInSql(query)
  const old = (name: string): [QName, QName] => [
    { schema: from, name },
    { schema: to, name },
  ]
  const inside = (names: readonly QName[]) => new Set(names.flatMap(one => (one.schema === from ? one.name : [])))
  let text = query
  for (const name of inside(relations)) text = renameRelation(text, ...old(name))
  for (const name of inside(types)) text = renameType(text, ...old(name))
  for (const name of inside(routines)) text = renameFunction(text, ...old(name))
  return text
}

/** A value of a column that changes its type is looked at as what it becomes. */
function beforeConversion(
  query: string,
  table: QName,
  step: AlterColumn,
  plan: PlanContext,
  target: DialectName,
): string | undefined {
  const text = aside(query, table, step.to.name)
  if (text === query) return query
  return ifConverted(text, ASIDE, step, plan, target)
}

/** What rows hold is a value under its old name, and never one that comes. */
function withOldValues(query: string, step: AlterEnum, plan: PlanContext, target: DialectName): string | undefined {
  const columns = columnsOf(step, query, plan)
  const isOne = (column: string) => columns.has(column)
  const had = new Set([...step.from.values, ...step.renames.map(({ to }) => to)])
  let text = query
  for (const { from, to } of step.renames) text = renameLiteral(text, isOne, to, `${ASIDE} ${from}`, step.to.name)
  const isNewUsed = step.to.values.some(
    value => !had.has(value) && renameLiteral(text, isOne, value, ASIDE, step.to.name) !== text,
  )
  if (isNewUsed && target === 'postgres') return undefined
  return text.replaceAll(`'${ASIDE} `, "'")
}

/** The columns of the tables of a query that hold an enum, under the names before and after. */
function columnsOf({ from, to }: AlterEnum, query: string, { before, after }: PlanContext): ReadonlySet<string> {
  const names = new Set([nameText(from.name), nameText(to.name)])
  const read = relationUses(query).map(({ schema, name }) =>
    nameText(schema === undefined ? { name } : { schema, name }),
  )
  const tables = read.flatMap(key => [before.tables.get(key), after.tables.get(key)]).filter(one => one !== undefined)
  const columns = tables.flatMap(table => table.columns)
  return new Set(columns.filter(({ type }) => enumsOf(type).some(name => names.has(name))).map(({ name }) => name))
}
