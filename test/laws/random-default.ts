import { nameText } from '../../compiler/schema/name.ts'
import { typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Draft } from '../../compiler/schema/schema.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Value } from '../../compiler/schema/value.ts'
import { arrayItem } from '../../compiler/sql/array-text.ts'
import type { Tape } from './tape.ts'

/** A value that a column of that type can have. */
export function defaultFor(draft: Draft, type: Type, tape: Tape): Value | undefined {
  const made = type.kind === 'enum' ? typeObject(draft, type.name) : undefined
  if (made !== undefined) {
    const base = made.kind === 'domain' ? made.type.all! : undefined
    return base?.kind === 'builtin' ? defaultFor(draft, base, tape) : undefined
  }
  if (type.kind === 'enum')
    return { kind: 'enum value', value: tape.pick(draft.enums.get(nameText(type.name))!.values) }
  if (type.kind === 'array' && type.of.kind === 'enum') {
    if (typeObject(draft, type.of.name) !== undefined) return undefined
    const { values } = draft.enums.get(nameText(type.of.name))!
    const items = Array.from({ length: tape.next(3) }, () => arrayItem(tape.pick(values)))
    return { kind: 'string', value: `{${items.join(',')}}` }
  }
  if (type.kind !== 'builtin') return undefined
  switch (type.name) {
    case 'text':
    case 'varchar':
      return { kind: 'string', value: tape.pick(['x', "it's", '']) }
    case 'int':
    case 'smallint':
    case 'bigint':
      return { kind: 'number', text: tape.pick(['0', '7', '-3']) }
    case 'decimal':
      return { kind: 'number', text: '0.50' }
    case 'bool':
      return { kind: 'bool', value: tape.chance(2) }
    case 'timestamptz':
      return { kind: 'call', name: 'now' }
    case 'date':
      return { kind: 'call', name: 'today' }
    case 'uuid':
      return { kind: 'call', name: 'uuid' }
    case 'jsonb':
      return { kind: 'string', value: '{}' }
    default:
      return undefined
  }
}
