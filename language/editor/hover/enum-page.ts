import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Enum } from '../../../compiler/schema/objects.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { writeEnum } from '../../print/objects.ts'
import { listFact, type Page } from './page.ts'
import { creationSql } from './sql-of.ts'
import type { Thing } from './thing.ts'
import { columnsOfEnum } from './users-of.ts'

/** An enum: its values, the columns of its type, and what it is in each database. */
export function enumPage(object: Enum, { model, key }: Thing): Page {
  const { schema } = model.loaded
  const sql = creationSql(model, { kind: 'create enum', enum: object }, EMPTY_SCHEMA)
  const users = columnsOfEnum(schema, key).map(column => column.key)
  return {
    head: writeEnum(object),
    comment: object.comment,
    facts: [listFact('Type of', users), inSqlite(object, model)],
    sql,
  }
}

function inSqlite({ only }: Enum, model: Thing['model']): string | undefined {
  const isTarget = model.loaded.project.targets.some(({ dialect }) => dialect === 'sqlite')
  return isTarget && only !== 'postgres' ? 'In SQLite: `TEXT` with `check (… in (…))` on each column' : undefined
}

/** A value of an enum: its place, and the columns that begin with it. */
export function enumValuePage(object: Enum, value: string, { model }: Thing): Page {
  const key = nameText(object.name)
  const users = columnsOfEnum(model.loaded.schema, key)
  const defaults = users.filter(({ column }) => column.default?.kind === 'enum value' && column.default.value === value)
  const place = object.values.indexOf(value)
  return {
    head: `${key}.${quoteName(value)}`,
    facts: [
      place < 0
        ? undefined
        : `Value ${place + 1} of ${object.values.length}, in the order in which Postgres sorts them`,
      listFact(
        'Default of',
        defaults.map(column => column.key),
      ),
      listFact(
        'Can stand in',
        users.map(column => column.key),
      ),
    ],
  }
}
