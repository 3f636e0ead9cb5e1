import type { QName } from '../../schema/name.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import type { Draft } from '../../schema/schema.ts'
import type { Index } from '../../schema/table-index.ts'
import { pathText } from '../../sql/object/made-thing.ts'
import { readNameText } from '../../sql/rename-object.ts'
import { meansRelation } from '../../sql/same-relation.ts'

/** Follows the new name of what only an `object` makes where a name stands for it: collations of columns and keys, operator classes. */
export function renameWhereNamed(draft: Draft, from: QName, to: QName): void {
  const named = (text: string): string => {
    const name = readNameText(text)
    if (name === undefined || !meansRelation(name, from)) return text
    return pathText(name.schema === undefined && from.schema === to.schema ? { name: to.name } : to)
  }
  const index = (one: Index): Index => ({
    ...one,
    keys: one.keys.map(key => withNames(key, ['collate', 'opclass'], named)),
  })
  for (const [at, table] of draft.tables) {
    draft.tables.set(at, {
      ...table,
      columns: table.columns.map(column => withNames(column, ['collate'], named)),
      indexes: table.indexes.map(index),
      constraints: table.constraints.map(one =>
        one.kind === 'exclude'
          ? { ...one, keys: one.keys.map(key => withNames(key, ['collate', 'opclass'], named)) }
          : one,
      ),
      ...(table.partitionBy && {
        partitionBy: {
          ...table.partitionBy,
          keys: table.partitionBy.keys.map(key => withNames(key, ['collate', 'opclass'], named)),
        },
      }),
    })
  }
  for (const [at, object] of draft.objects) draft.objects.set(at, inObject(object, index, named))
}

function inObject(object: DbObject, index: (one: Index) => Index, named: (text: string) => string): DbObject {
  switch (object.kind) {
    case 'domain':
      return withNames(object, ['collate'], named)
    case 'composite':
      return { ...object, fields: object.fields.map(field => withNames(field, ['collate'], named)) }
    case 'range':
      return withNames(object, ['opclass', 'collation'], named)
    case 'materialized view':
      return { ...object, indexes: object.indexes.map(index) }
    default:
      return object
  }
}

function withNames<T extends object>(value: T, keys: readonly (keyof T)[], change: (text: string) => string): T {
  const next = { ...value }
  for (const key of keys) {
    const text = value[key]
    if (typeof text === 'string') next[key] = change(text) as T[keyof T]
  }
  return next
}
