import { type QName, sameName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { isTypeObject, type TypeObject } from '../../../schema/objects/type-object.ts'
import type { Type } from '../../../schema/type.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { ownObject } from '../objects/own-object.ts'
import { enumColumns, isArray } from './enum-columns.ts'
import type { Rendering } from './rendering.ts'

/** Whether a column holds a type, alone, in an array or within another type. */
export function isHeld(work: Rendering, name: QName): boolean {
  return enumColumns(work, name).length > 0 || holders(work, name).some(other => isHeld(work, other.name))
}

/** Whether a column holds a type in an array or within another type. */
export function isHeldInside(work: Rendering, name: QName): boolean {
  if (enumColumns(work, name).some(({ columns }) => columns.some(isArray))) return true
  return holders(work, name).some(other =>
    other.kind === 'domain' && !isArrayOf(other.type.all!) ? isHeldInside(work, other.name) : isHeld(work, other.name),
  )
}

function isArrayOf(type: Type): boolean {
  return type.kind === 'array'
}

function holders(work: Rendering, name: QName): readonly TypeObject[] {
  return [...work.live.objects.values()].flatMap(object => {
    const own = isTypeObject(object) && !sameName(object.name, name) ? ownObject<DbObject>(object) : undefined
    if (own === undefined || !isTypeObject(own)) return []
    const uses = objectDefinition(own).uses(own as never)
    return uses.some(used => used.space === 'type' && sameName(used.name, name)) ? [own] : []
  })
}
