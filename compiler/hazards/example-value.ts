import type { Column } from '../schema/column.ts'
import { DIALECTS, forDialect } from '../schema/dialect.ts'
import { nameText, quoteName } from '../schema/name.ts'
import { baseType } from '../schema/objects/type-object.ts'
import type { Type } from '../schema/type.ts'
import type { PlanContext } from './plan-context.ts'

const VALUES: Readonly<Record<string, string>> = {
  bool: 'false',
  date: 'today()',
  timestamp: 'now()',
  timestamptz: 'now()',
  uuid: 'uuid()',
  json: "'{}'",
  jsonb: "'{}'",
  time: "'00:00'",
  interval: "'0'",
}

/** A value that fits a column, as an example of what to write behind `backfill`. */
export function exampleValue(plan: PlanContext, column: Column): string {
  const type = DIALECTS.map(dialect => forDialect(column.type, dialect)).find(one => one !== undefined)
  return type === undefined ? "''" : valueFor(plan, baseType(plan.after, type, 'postgres'))
}

function valueFor(plan: PlanContext, type: Type): string {
  switch (type.kind) {
    case 'enum': {
      const { values } = plan.after.enums.get(nameText(type.name)) ?? plan.before.enums.get(nameText(type.name)) ?? {}
      return values?.[0] === undefined ? "''" : quoteName(values[0])
    }
    case 'array':
      return "'{}'"
    case 'raw':
      return "''"
    case 'builtin':
      if (/^(smallint|int|bigint|decimal|numeric|real|double)$/.test(type.name)) return '0'
      return VALUES[type.name] ?? "''"
  }
}
