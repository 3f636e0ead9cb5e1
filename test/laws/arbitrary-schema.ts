import fc from 'fast-check'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import type { Enum, Extension, Namespace, Trigger, View } from '../../compiler/schema/objects.ts'
import { type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import { arbitraryOnly } from './arbitrary-column.ts'
import { arbitraryFamily } from './arbitrary-object.ts'
import { arbitraryTable, type Goal } from './arbitrary-table.ts'
import {
  arbitraryColumnNames,
  arbitraryComment,
  arbitraryName,
  arbitrarySql,
  arbitraryString,
  maybe,
} from './arbitrary-text.ts'

const noted = fc.tuple(maybe('comment', arbitraryComment), maybe('only', arbitraryOnly))

/** A name that may stand in a schema. */
export const arbitraryQName: fc.Arbitrary<QName> = fc
  .tuple(arbitraryName, maybe('schema', arbitraryName))
  .map(([name, schema]) => ({ ...schema, name }))

export const arbitraryNamespace: fc.Arbitrary<Namespace> = fc
  .tuple(arbitraryName, noted)
  .map(([name, [comment, only]]) => ({ name, ...comment, ...only }))

export const arbitraryExtension: fc.Arbitrary<Extension> = fc
  .tuple(arbitraryName, maybe('schema', arbitraryName), maybe('version', arbitraryString), maybe('only', arbitraryOnly))
  .map(([name, schema, version, only]) => ({ name, ...schema, ...version, ...only }))

export function arbitraryEnum(name: QName): fc.Arbitrary<Enum> {
  return fc
    .tuple(fc.uniqueArray(arbitraryName, { maxLength: 5 }), noted)
    .map(([values, [comment, only]]) => ({ name, values, ...comment, ...only }))
}

export function arbitraryView(name: QName): fc.Arbitrary<View> {
  return fc
    .tuple(arbitrarySql, arbitraryColumnNames, noted)
    .map(([sql, columnNames, [comment, only]]) => ({ name, ...columnNames, sql, ...comment, ...only }))
}

export function arbitraryTrigger(table: QName): fc.Arbitrary<Trigger> {
  return fc
    .tuple(arbitraryName, arbitrarySql, noted)
    .map(([name, sql, [comment, only]]) => ({ name, table, sql, ...comment, ...only }))
}

/**
 * Any schema that text can declare: odd names, every kind of object, every option. It need not make sense to a
 * database; for that see `random-schema.ts`.
 */
export const arbitrarySchema: fc.Arbitrary<Schema> = fc
  .uniqueArray(arbitraryQName, { maxLength: 8, selector: nameText })
  .chain(names => {
    const enums = names.filter((_, at) => at % 3 === 0)
    const tables = names.filter((_, at) => at % 3 === 1)
    const views = names.filter((_, at) => at % 3 === 2)
    return fc.tuple(
      fc.uniqueArray(arbitraryNamespace, { maxLength: 2, selector: item => item.name }),
      fc.uniqueArray(arbitraryExtension, { maxLength: 2, selector: item => item.name }),
      fc.tuple(...enums.map(arbitraryEnum)),
      arbitraryTables(tables, enums),
      fc.tuple(...views.map(arbitraryView)),
      tables.length + views.length === 0 ? fc.constant([]) : arbitraryTriggers([...tables, ...views]),
      arbitraryFamily(enums),
    )
  })
  .map(([schemas, extensions, enums, tables, views, triggers, objects]) => ({
    schemas: new Map(schemas.map(item => [item.name, item])),
    extensions: new Map(extensions.map(item => [item.name, item])),
    enums: new Map(enums.map(item => [nameText(item.name), item])),
    tables: new Map(tables.map(item => [nameText(item.name), item])),
    views: new Map(views.map(item => [nameText(item.name), item])),
    triggers: new Map(triggers.map(item => [triggerKey(item), item])),
    objects: new Map(objects.map(item => [objectKey(item), item])),
  }))

function arbitraryTables(names: readonly QName[], enums: readonly QName[]) {
  const keys = fc.tuple(...names.map(() => fc.uniqueArray(arbitraryName, { maxLength: 2 })))
  return keys.chain(keys => {
    const goals: readonly Goal[] = names.map((name, at) => ({ name, key: keys[at]! }))
    return fc.tuple(...names.map(name => arbitraryTable(name, enums, goals)))
  })
}

function arbitraryTriggers(tables: readonly QName[]): fc.Arbitrary<readonly Trigger[]> {
  const one = fc.constantFrom(...tables).chain(arbitraryTrigger)
  return fc.uniqueArray(one, { maxLength: 3, selector: triggerKey })
}
