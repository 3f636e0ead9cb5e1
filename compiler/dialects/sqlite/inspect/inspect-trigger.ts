import type { Trigger } from '../../../schema/objects.ts'
import { foldName } from '../../../sql/name-text.ts'
import { readCreateTrigger } from '../../../sql/sqlite-ddl/read-create-trigger.ts'

/** A trigger in the form that `project` gives: all but its name and `on TABLE`. `names` holds tables and views by folded name. */
export function inspectTrigger(sql: string, names: ReadonlyMap<string, string>): Trigger | undefined {
  const read = readCreateTrigger(sql)
  if (read === undefined) return undefined
  const table = names.get(foldName(read.table)) ?? read.table
  return { name: read.name, table: { name: table }, sql: { all: `${read.before}\n${read.after}` } }
}
