import { hasNamed } from '../../compiler/diff/has-named.ts'
import type { DropHint } from '../../compiler/diff/hints.ts'
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
  if (kind !== 'any member') return hasNamed(schema, { kind, in: owner, name })
  const table = schema.tables.get(owner)
  const members = table === undefined ? [] : [...table.columns, ...table.constraints, ...table.indexes]
  return members.some(member => member.name === name)
}
