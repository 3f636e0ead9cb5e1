import type { Statement } from '../../../compiler/dialects/dialect.ts'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { ownColumn, ownConstraint, ownIndex, ownTable } from '../../../compiler/dialects/postgres/own.ts'
import * as postgresColumn from '../../../compiler/dialects/postgres/render/column-text.ts'
import * as postgresConstraint from '../../../compiler/dialects/postgres/render/constraint-text.ts'
import { indexDefinition } from '../../../compiler/dialects/postgres/render/index-text.ts'
import { projectTable } from '../../../compiler/dialects/sqlite/project/project-table.ts'
import * as sqliteColumn from '../../../compiler/dialects/sqlite/render/column-definition.ts'
import * as sqliteConstraint from '../../../compiler/dialects/sqlite/render/constraint-definition.ts'
import { createIndex } from '../../../compiler/dialects/sqlite/render/create-index.ts'
import { countingKey } from '../../../compiler/dialects/sqlite/render/create-table.ts'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { ProjectModel } from '../project-model.ts'
import type { SqlOfTargets } from './page.ts'

/** The SQL that creates something in each target, on a database that has what it needs; comments are left out. */
export function creationSql(model: ProjectModel, step: Step, before: Schema): SqlOfTargets {
  return forTargets(model, dialect => {
    const statements = dialects[dialect].render([step], before)
    return statements
      .filter(isShown)
      .map(({ sql }) => `${sql};`)
      .join('\n')
  })
}

function isShown({ sql }: Statement): boolean {
  return !/^(?:comment on|pragma)\b/.test(sql)
}

/** The SQL that creates a table with all that belongs to it. */
export function tableSql(model: ProjectModel, table: Table): SqlOfTargets {
  const { schema } = model.loaded
  const tables = new Map<string, Table>()
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'foreign') continue
    const target = schema.tables.get(nameText(constraint.target))
    if (target !== undefined && target !== table) tables.set(nameText(constraint.target), target)
  }
  return creationSql(model, { kind: 'create table', table }, { ...EMPTY_SCHEMA, enums: schema.enums, tables })
}

/** The definition of a column, and in SQLite the check that its type implies. */
export function columnSql(model: ProjectModel, table: Table, column: Column): SqlOfTargets {
  return forTargets(model, dialect => {
    if (dialect === 'postgres') {
      const own = ownTable(table) && ownColumn(column)
      return own && postgresColumn.columnDefinition(own)
    }
    const projected = projectTable(table, model.loaded.schema)
    const found = projected?.columns.find(({ name }) => name === column.name)
    if (projected === undefined || found === undefined) return undefined
    const counts = countingKey(projected)?.columns[0] === column.name ? ' primary key autoincrement' : ''
    return [sqliteColumn.columnDefinition(found) + counts, ...impliedChecks(model, table, column)].join('\n  ')
  })
}

function impliedChecks(model: ProjectModel, table: Table, column: Column): readonly string[] {
  const alone = { ...table, columns: [column], constraints: [], indexes: [] }
  return (projectTable(alone, model.loaded.schema)?.constraints ?? []).map(sqliteConstraint.constraintDefinition)
}

/** The definition of a key or a check. */
export function constraintSql(model: ProjectModel, table: Table, constraint: Constraint): SqlOfTargets {
  return forTargets(model, dialect => {
    if (dialect === 'postgres') {
      const own = ownTable(table) && ownConstraint(constraint)
      return own && postgresConstraint.constraintDefinition(own)
    }
    const own = projectTable(table, model.loaded.schema)?.constraints.find(({ name }) => name === constraint.name)
    return own && sqliteConstraint.constraintDefinition(own)
  })
}

/** The statement that creates an index. */
export function indexSql(model: ProjectModel, table: Table, index: Index): SqlOfTargets {
  return forTargets(model, dialect => {
    if (dialect === 'postgres') {
      const own = ownTable(table) && ownIndex(index)
      return own && `${indexDefinition(table.name, own)};`
    }
    const projected = projectTable(table, model.loaded.schema)
    const own = projected?.indexes.find(({ name }) => name === index.name)
    return projected && own && `${createIndex(projected.name, own)};`
  })
}

/** Asks for each target; a schema with errors can have what a database cannot be told. */
export function forTargets(model: ProjectModel, ask: (dialect: DialectName) => string | undefined): SqlOfTargets {
  const targets = new Set(model.loaded.project.targets.map(({ dialect }) => dialect))
  return [...targets].flatMap(dialect => {
    try {
      const text = ask(dialect)
      return text === undefined || text === '' ? [] : [{ dialect, text }]
    } catch {
      return []
    }
  })
}
