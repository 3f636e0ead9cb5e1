import type { DialectName } from '../../schema/dialect.ts'
import { nameText, type QName } from '../../schema/name.ts'
import type { Draft } from '../../schema/schema.ts'

/** A name as the SQL of a dialect calls it: SQLite has no schemas, and its own SQL is written without. */
export function nameInSql(name: QName, dialect: DialectName | 'all'): QName {
  return dialect === 'sqlite' ? { name: name.name } : name
}

/** Finds the table or view that a name in SQL means, which may stand in a schema that SQLite does not know. */
export function nameFinder(draft: Draft): (name: QName, dialect: DialectName | 'all') => QName {
  let bare: ReadonlyMap<string, QName> | undefined
  return (name, dialect) => {
    if (dialect !== 'sqlite' || draft.tables.has(nameText(name)) || draft.views.has(nameText(name))) return name
    bare ??= new Map([...draft.views.values(), ...draft.tables.values()].map(one => [one.name.name, one.name]))
    return bare.get(name.name) ?? name
  }
}
