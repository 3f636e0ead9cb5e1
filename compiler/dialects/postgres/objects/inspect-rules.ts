import type { RuleObject } from '../../../schema/objects/rule.ts'
import type { Query } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { firingOf, firingSql } from '../inspect/firing.ts'
import { commentOf, nameOf, textOf } from '../inspect/row.ts'

/** Not the rule that makes a view. */
const rulesSql = (
  schemas: string,
) => `select w.rulename as name, quote_ident(w.rulename) as quoted, c.relname as "table",
    ${SCHEMA} as schema, pg_get_ruledef(w.oid, true) as definition, obj_description(w.oid, 'pg_rewrite') as comment,
    ${firingSql('w.ev_enabled')}
  from pg_rewrite w join pg_class c on c.oid = w.ev_class join pg_namespace n on n.oid = c.relnamespace
  where w.rulename <> '_RETURN' and ${schemas} and ${notOfExtension('pg_class', 'c.oid')}
  order by n.nspname, c.relname, w.rulename`

/** The rules of tables and views. */
export async function inspectRules(query: Query, schemas = USER_SCHEMA): Promise<readonly RuleObject[]> {
  return (await query(rulesSql(schemas))).map(row => {
    const definition = textOf(row, 'definition').slice(`CREATE RULE ${textOf(row, 'quoted')} AS`.length)
    return {
      kind: 'rule',
      name: { name: textOf(row, 'name') },
      table: nameOf(row, 'table'),
      sql: { all: textAfterTable(definition) },
      ...firingOf(row),
      ...commentOf(row),
    }
  })
}

/** `ON DELETE TO public.orders WHERE … DO …` without the table. */
function textAfterTable(definition: string): string {
  const name = '(?:"(?:[^"]|"")*"|[^\\s".]+)'
  const head = new RegExp(`^\\s*ON (\\w+)\\s+TO ${name}(?:\\.${name})?\\s*`)
  return definition
    .replace(head, (_, event: string) => `on ${event.toLowerCase()} `)
    .trim()
    .replace(/;$/, '')
}
