import { nameText } from '../../../compiler/schema/name.ts'
import type { View } from '../../../compiler/schema/objects.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { documented, writeTrigger, writeView } from '../../print/objects.ts'
import { writeHead } from '../../print/table.ts'
import { listFact, type Page } from './page.ts'
import { creationSql, tableSql } from './sql-of.ts'
import type { Thing } from './thing.ts'
import { referencesTo, triggersOf, viewsOf } from './users-of.ts'

/** A table: what it holds, who points at it, and the SQL that makes it. */
export function tablePage(table: Table, { model, key }: Thing): Page {
  const { schema } = model.loaded
  return {
    head: ['table', nameText(table.name), ...writeHead(table)].join(' '),
    comment: table.comment,
    facts: [
      holds(table),
      listFact('Referenced by', referencesTo(schema, key)),
      listFact('Read by', viewsOf(schema, key)),
      listFact('Triggers:', triggersOf(schema, key)),
    ],
    sql: tableSql(model, table),
  }
}

function holds({ columns, constraints, indexes }: Table): string {
  const counts = [count(columns.length, 'column'), count(constraints.length, 'key and check', 'keys and checks')]
  return [...counts, count(indexes.length, 'index', 'indexes')].filter(text => text !== '').join(', ')
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`
}

/** A view: who reads it, and its SQL. */
export function viewPage(view: View, { model, key }: Thing): Page {
  const { schema } = model.loaded
  const views = new Map([...schema.views].filter(([other]) => other !== key))
  const before = { ...schema, views, triggers: EMPTY_SCHEMA.triggers }
  const sql = creationSql(model, { kind: 'create view', view }, before)
  const facts = [listFact('Read by', viewsOf(schema, key)), listFact('Triggers:', triggersOf(schema, key))]
  const head = sql.length > 0 ? ['view', nameText(view.name)] : [writeView(view)]
  if (sql.length > 0 && view.only !== undefined) head.push(`only ${view.only}`)
  return { head: head.join(' '), comment: view.comment, facts, sql }
}

/** A trigger: what it is on, and its SQL. */
export function triggerPage({ model, key }: Thing): Page | undefined {
  const { schema } = model.loaded
  const trigger = schema.triggers.get(key)
  if (trigger === undefined) return undefined
  const before = { ...schema, triggers: new Map([...schema.triggers].filter(([other]) => other !== key)) }
  const sql = creationSql(model, { kind: 'create trigger', trigger }, before)
  const head =
    sql.length > 0
      ? `trigger ${nameText({ name: trigger.name })} on ${nameText(trigger.table)}`
      : documented({}, writeTrigger(trigger))
  return { head, comment: trigger.comment, sql }
}
