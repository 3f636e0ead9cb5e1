import { nameText } from '../../../../compiler/schema/name.ts'
import { readMember, readName } from '../../../literals/name-literal.ts'
import { type FixAt, fact } from '../fix.ts'

/** What a hazard is about, as the name of a member in something else. */
export function memberAt(at: FixAt): { readonly in: string; readonly name: string } | undefined {
  const object = fact(at, 'object')
  if (object === undefined) return undefined
  const { of, member } = readMember(object)
  return { in: nameText(of), name: member }
}

/** What a hazard is about, as the name of an object. */
export function objectAt(at: FixAt): string | undefined {
  const object = fact(at, 'object')
  return object === undefined ? undefined : nameText(readName(object))
}
