import type { Column } from '../../schema/column.ts'
import { type Constraint, sqlOf } from '../../schema/constraint.ts'
import { type DialectName, forDialect, type Sql } from '../../schema/dialect.ts'
import type { QName } from '../../schema/name.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import type { Index } from '../../schema/table-index.ts'
import type { Step } from '../../steps/step.ts'

/** Opaque SQL that a step brings along, and the table whose rows it speaks of where there is one. */
export interface SqlText {
  readonly sql: string
  readonly table?: QName
}

/** The SQL that will stand in a database of some targets after a step, or that the step runs there. */
export function sqlTexts(step: Step, targets: readonly DialectName[]): readonly SqlText[] {
  const texts = (sql: Sql | undefined, only?: DialectName) => textsFor(sql, targets, only)
  const ofColumn = ({ generated, default: value, only }: Column) => [
    ...texts(generated?.sql, only),
    ...(value?.kind === 'sql' ? texts(value.sql, only) : []),
  ]
  const ofConstraint = (item: Constraint) => sqlOf(item).flatMap(sql => texts(sql, item.only))
  const ofIndex = ({ keys, where, only }: Index) => [
    ...keys.flatMap(key => texts(key.sql, only)),
    ...texts(where, only),
  ]
  const ofObject = (object: DbObject) => ('sql' in object ? texts(object.sql, object.only).map(sql => ({ sql })) : [])
  switch (step.kind) {
    case 'create table': {
      const { name, columns, constraints, indexes } = step.table
      return [...columns.flatMap(ofColumn), ...constraints.flatMap(ofConstraint), ...indexes.flatMap(ofIndex)].map(
        of(name),
      )
    }
    case 'add column':
      return ofColumn(step.column).map(of(step.table))
    case 'alter column':
      return [...ofColumn(step.to), ...texts(step.convert), ...texts(step.revert)].map(of(step.table))
    case 'add constraint':
      return ofConstraint(step.constraint).map(of(step.table))
    case 'alter constraint':
      return ofConstraint(step.to).map(of(step.table))
    case 'add index':
      return ofIndex(step.index).map(of(step.table))
    case 'alter index':
      return ofIndex(step.to).map(of(step.table))
    case 'create view':
      return texts(step.view.sql, step.view.only).map(sql => ({ sql }))
    case 'alter view':
      return texts(step.to.sql, step.to.only).map(sql => ({ sql }))
    case 'create trigger':
      return texts(step.trigger.sql, step.trigger.only).map(of(step.trigger.table))
    case 'alter trigger':
      return texts(step.to.sql, step.to.only).map(of(step.to.table))
    case 'create object':
      return ofObject(step.object)
    case 'alter object':
      return ofObject(step.to)
    case 'sql':
      return [step.up, step.down].flatMap(side => ('run' in side ? texts(side.run).map(sql => ({ sql })) : []))
    default:
      return []
  }
}

function of(table: QName): (sql: string) => SqlText {
  return sql => ({ sql, table })
}

function textsFor(
  sql: Sql | undefined,
  targets: readonly DialectName[],
  only: DialectName | undefined,
): readonly string[] {
  const here = targets.filter(target => only === undefined || only === target)
  return [...new Set(here.flatMap(target => (sql && forDialect(sql, target)) ?? []))]
}
