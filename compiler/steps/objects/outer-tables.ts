import { DIALECTS, type DialectName, forDialect } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import { madeThings } from '../../sql/object/made-things.ts'
import { meansThing } from '../../sql/object/names-in-object.ts'

/** What an `object` makes that has rows like a table, in each database that it is made in. */
export type OuterTable = Readonly<Partial<Record<DialectName, 'foreign table' | 'virtual table'>>>

/** The foreign tables of Postgres and the virtual tables of SQLite that objects make, by their names. */
export function outerTables(objects: Iterable<DbObject>): ReadonlyMap<string, OuterTable> {
  const found = new Map<string, OuterTable>()
  for (const object of objects) {
    if (object.kind !== 'object') continue
    for (const dialect of DIALECTS) {
      if (object.only !== undefined && object.only !== dialect) continue
      for (const { what, name } of madeThings(forDialect(object.create, dialect) ?? '')) {
        if (name === undefined || what !== (dialect === 'postgres' ? 'foreign table' : 'virtual table')) continue
        const key = nameText(meansThing(name, object.name) ? object.name : name)
        found.set(key, { ...found.get(key), [dialect]: what })
      }
    }
  }
  return found
}
