import type { Trigger } from '../../../schema/objects.ts'
import { triggerKey } from '../../../schema/schema.ts'
import type { Query, Row } from '../../dialect.ts'
import { RELATIONS } from './catalog-sql.ts'
import { firingOf, firingSql } from './firing.ts'
import { commentOf, nameOf, textOf } from './row.ts'

const triggersSql = (relations: string) => `with relation as (${withForeignTables(relations)})
  select t.tgname as name, quote_ident(t.tgname) as quoted, r.relname as "table", r.schema, r.oid::regclass::text as relation,
    pg_get_triggerdef(t.oid, true) as definition, obj_description(t.oid, 'pg_trigger') as comment,
    ${firingSql('t.tgenabled')}
  from relation r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
    and coalesce((to_jsonb(t) ->> 'tgparentid')::oid, 0) = 0
  order by r.nspname, r.relname, t.tgname`

function withForeignTables(relations: string): string {
  return relations.replace("'v')", "'v', 'f')")
}

/** The triggers of tables, views and foreign tables. */
export async function inspectTriggers(query: Query, relations = RELATIONS): Promise<Map<string, Trigger>> {
  const rows = await query(triggersSql(relations))
  return new Map(
    rows.map(row => {
      const trigger = {
        name: textOf(row, 'name'),
        table: nameOf(row, 'table'),
        sql: { all: textAfterNames(row) },
        ...firingOf(row),
        ...commentOf(row),
      }
      return [triggerKey(trigger), trigger]
    }),
  )
}

/** What follows the trigger's name and its table: `CREATE TRIGGER name BEFORE UPDATE ON table FOR EACH ROW …`. */
function textAfterNames(row: Row): string {
  const definition = textOf(row, 'definition')
  const [, constraint] = /^CREATE (CONSTRAINT )?TRIGGER /.exec(definition)!
  const body = definition.slice(`CREATE ${constraint ?? ''}TRIGGER ${textOf(row, 'quoted')} `.length)
  const table = ` ON ${textOf(row, 'relation')} `
  const at = body.indexOf(table)
  const text = `${body.slice(0, at)} ${body.slice(at + table.length)}`
  return constraint === undefined ? text : `constraint ${text}`
}
