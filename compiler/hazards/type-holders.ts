import type { Column } from '../schema/column.ts'
import { forDialect } from '../schema/dialect.ts'
import { type QName, sameName } from '../schema/name.ts'
import { isTypeObject, type TypeObject } from '../schema/objects/type-object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Type } from '../schema/type.ts'
import { objectDefinition } from '../steps/objects/definitions.ts'
import type { PlanContext } from './plan-context.ts'

/** A column with rows that holds a type of the project in Postgres; `inside` where it does in an array or another type. */
export interface TypeHolder {
  readonly table: Table
  readonly column: Column
  readonly inside: boolean
}

/** Whether there are types of the project beside enums. */
export function hasTypes({ after }: PlanContext): boolean {
  return [...after.objects.values()].some(isTypeObject)
}

/** The columns with rows that hold an enum, a domain, a composite type or a range. */
export function holdersOf(plan: PlanContext, name: QName): readonly TypeHolder[] {
  const around = typesAround(plan.after, name)
  return [...plan.after.tables.values()].flatMap(table => {
    if (table.only === 'sqlite' || plan.tableIsNew(table.name)) return []
    return table.columns.flatMap((column): readonly TypeHolder[] => {
      const type = column.only === 'sqlite' ? undefined : forDialect(column.type, 'postgres')
      if (type === undefined || plan.columnIsNew(table.name, column.name)) return []
      const how = howHeld(type, around)
      return how === undefined ? [] : [{ table, column, inside: how === 'inside' }]
    })
  })
}

type Around = readonly { readonly name: QName; readonly inside: boolean }[]

/** The type itself, the domains over it, and the types that have it within them. */
function typesAround(schema: Schema, name: QName): Around {
  const types = [...schema.objects.values()].filter(isTypeObject)
  const found: { name: QName; inside: boolean }[] = [{ name, inside: false }]
  for (let at = 0; at < found.length; at++) {
    for (const object of types) {
      if (found.some(one => sameName(one.name, object.name)) || !uses(object, found[at]!.name)) continue
      const isPlain = object.kind === 'domain' && forDialect(object.type, 'postgres')?.kind !== 'array'
      found.push({ name: object.name, inside: found[at]!.inside || !isPlain })
    }
  }
  return found
}

function uses(object: TypeObject, name: QName): boolean {
  const names = objectDefinition(object).uses(object as never)
  return names.some(used => used.space === 'type' && sameName(used.name, name))
}

function howHeld(type: Type, around: Around, inside = false): 'plain' | 'inside' | undefined {
  if (type.kind === 'array') return howHeld(type.of, around, true)
  const found = type.kind === 'enum' ? around.find(({ name }) => sameName(name, type.name)) : undefined
  if (found === undefined) return undefined
  return inside || found.inside ? 'inside' : 'plain'
}

/** The tables of some columns as a sentence names them. */
export function tablesOf(holders: readonly TypeHolder[], text: (table: Table) => string): string {
  const names = [...new Set(holders.map(({ table }) => text(table)))]
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
}
