import { forDialect } from '../../../schema/dialect.ts'
import type { QName } from '../../../schema/name.ts'
import type { OtherObject } from '../../../schema/objects/other.ts'
import { pathText, readMade } from '../../../sql/object/made-thing.ts'
import { splitStatements } from '../../../sql/statements.ts'

/** Classes whose objects stand in no schema. */
export const WITHOUT_SCHEMA: ReadonlySet<string> = new Set([
  'publication',
  'event trigger',
  'foreign data wrapper',
  'server',
  'access method',
  'language',
  'virtual table',
])

/** An object that is given by its own SQL, with that of Postgres; undefined where it has none. */
export function ownOther(object: OtherObject): OtherObject | undefined {
  const { create, drop, ...rest } = object
  const [made, gone] = [forDialect(create, 'postgres'), drop && forDialect(drop, 'postgres')]
  if (made === undefined) return undefined
  const text = (sql: string) => inSchemaOf(object.name, sql)
  return { ...rest, create: { all: text(made) }, ...(gone !== undefined && { drop: { all: gone } }) }
}

/** What has the object's name and says no schema is made in that of the object, whatever the search path of the session. */
function inSchemaOf(name: QName, text: string): string {
  if (name.schema === undefined) return text
  let result = ''
  let done = 0
  for (const { text: sql, start, end } of splitStatements(text)) {
    const made = readMade(sql) ?? readMade(sql, 'alter')
    const isBare = made?.name?.name === name.name && made.name.schema === undefined && !WITHOUT_SCHEMA.has(made.what)
    const { span } = made ?? {}
    const bare = isBare && span !== undefined && !sql.slice(span.start, span.end).includes('.')
    result += text.slice(done, start)
    result += bare ? sql.slice(0, span.start) + pathText(name) + sql.slice(span.end) : sql
    done = end
  }
  return result + text.slice(done)
}
