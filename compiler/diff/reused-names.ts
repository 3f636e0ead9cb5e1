import { nameText, type QName } from '../schema/name.ts'
import type { Table } from '../schema/table.ts'
import type { Step } from '../steps/step.ts'
import { changesParents } from './heirs.ts'

/**
 * The dropped tables whose name, or the name of one of their indexes or keys, is taken by something that comes:
 * tables, views, indexes and keys share one name space in each schema.
 */
export function tablesInTheWay(steps: readonly Step[]): ReadonlySet<string> {
  const dropped = steps.filter(step => step.kind === 'drop table')
  if (dropped.length === 0) return new Set()
  const divided = new Set(steps.flatMap(dividedTables))
  const coming = new Set(steps.flatMap(comingNames))
  const inTheWay = dropped.filter(({ table }) => {
    const { partitionOf } = table
    if (partitionOf !== undefined && divided.has(nameText(partitionOf.parent))) return true
    return relationNames(table).some(name => coming.has(name))
  })
  return new Set(inTheWay.map(step => nameText(step.table.name)))
}

/** The tables of which partitions come or change their bounds: those that go may be in their way. */
function dividedTables(step: Step): readonly string[] {
  const place =
    step.kind === 'create table'
      ? step.table.partitionOf
      : step.kind === 'alter table' && changesParents(step)
        ? step.to.partitionOf
        : undefined
  return place === undefined ? [] : [nameText(place.parent)]
}

function comingNames(step: Step): readonly string[] {
  switch (step.kind) {
    case 'create table':
      return relationNames(step.table)
    case 'create view':
      return [nameText(step.view.name)]
    case 'create enum':
      return [nameText(step.enum.name)]
    case 'add index':
      return [inSchemaOf(step.table, step.index.name)]
    case 'add constraint':
      return [inSchemaOf(step.table, step.constraint.name)]
    default:
      return []
  }
}

function relationNames(table: Table): readonly string[] {
  const members = [
    ...table.indexes,
    ...table.constraints.filter(item => item.kind === 'primary' || item.kind === 'unique'),
  ]
  return [nameText(table.name), ...members.map(member => inSchemaOf(table.name, member.name))]
}

function inSchemaOf(table: QName, name: string): string {
  return nameText(table.schema === undefined ? { name } : { schema: table.schema, name })
}
