import type { DropHint } from '../../compiler/diff/hints.ts'
import { triggerKey } from '../../compiler/schema/schema.ts'
import { readName } from '../literals/name-literal.ts'
import type { Check } from './check.ts'
import type { Subject } from './subject.ts'

/** `dropped` things that are there all the same. In enums they are looked at with the values. */
export const checkDrops: Check = (subject, report) => {
  for (const hint of subject.hints.drops) {
    const place = subject.sources.hints[hint.place]
    if (place === undefined || hint.kind === 'enum value' || !isThere(hint, subject)) continue
    const message = `\`${hint.name}\` is dropped, and it is there all the same.`
    const remedy = 'Remove its line, or this one.'
    report.error({ code: 'MIG190', message, remedy, place, data: { name: hint.name } })
  }
}

function isThere({ kind, in: owner = '', name }: DropHint, { schema }: Subject): boolean {
  switch (kind) {
    case 'schema':
      return schema.schemas.has(name)
    case 'enum':
      return schema.enums.has(name)
    case 'table':
      return schema.tables.has(name)
    case 'view':
      return schema.views.has(name)
    case 'trigger':
      return schema.triggers.has(triggerKey({ name, table: readName(owner) }))
    case 'any member': {
      const table = schema.tables.get(owner)
      const members = table === undefined ? [] : [...table.columns, ...table.constraints, ...table.indexes]
      return members.some(member => member.name === name)
    }
    default:
      return false
  }
}
