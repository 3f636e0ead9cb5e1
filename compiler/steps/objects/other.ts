import { DIALECTS, type DialectName, forDialect, mapDialects, type Sql } from '../../schema/dialect.ts'
import { nameText, type QName, sameName } from '../../schema/name.ts'
import type { OtherObject } from '../../schema/objects/other.ts'
import { madeThings } from '../../sql/object/made-things.ts'
import { mapNames, meansThing, namesInObject, renameMade } from '../../sql/object/names-in-object.ts'
import { pragmasIn } from '../../sql/object/pragmas.ts'
import { renameNamed } from '../../sql/object/rename-named.ts'
import { lostRows, rowsLostByChange } from '../../sql/object/virtual-table.ts'
import { sameDialectSql } from '../../sql/same.ts'
import type { ObjectDefinition } from './definition.ts'
import type { ProvidedName, UsedName } from './names.ts'
import { sameData } from './same-data.ts'

const RELATIONS: ReadonlySet<string> = new Set(['virtual table', 'foreign table'])

/** What the database knows and the language has no word for; what its text makes is known by the names there. */
export const otherDefinition: ObjectDefinition<'object'> = {
  same: ({ create, drop, comment: _one, ...a }, { create: made, drop: dropped, comment: _other, ...b }) =>
    sameDialectSql(create, made) && sameDialectSql(drop, dropped) && sameData(a, b),
  provides: otherProvides,
  uses: object => otherUses(object),
  follow: (object, edits) => {
    const text = (sql: string, dialect: DialectName | 'all') =>
      mapNames(sql, {
        relation: edits.relation,
        type: edits.type,
        query: part => edits.sql(part, dialect),
      })
    return withTexts(object, text)
  },
  rename: (object, { name }) => ({ ...withTexts(object, sql => renameMade(sql, object.name, name)), name }),
  inSql: (sql, from, to) => renameNamed(sql, from.name, to.name),
  loss: (object, dialect) => {
    const text = dialect && forDialect(object.create, dialect)
    if (text === undefined) return undefined
    if (isUnknown(text)) return `what object ${nameText(object.name)} keeps`
    return lostRows(text)
  },
  lossOfChange: (from, to, dialect) => {
    const [old, next] = [dialect && forDialect(from.create, dialect), dialect && forDialect(to.create, dialect)]
    if (old === undefined || next === undefined || sameDialectSql({ all: old }, { all: next })) return undefined
    if (isUnknown(old)) return `what object ${nameText(from.name)} keeps`
    return rowsLostByChange(old, next)
  },
}

/** Whether nobody can tell what a text makes; a number in the header of a file stands in the text itself. */
function isUnknown(text: string): boolean {
  return madeThings(text).length === 0 && pragmasIn(text).length === 0
}

function withTexts(object: OtherObject, change: (sql: string, dialect: DialectName | 'all') => string): OtherObject {
  const { create, drop, ...rest } = object
  const edit = (sql: Sql) => mapDialects(sql, change)
  return { ...rest, create: edit(create), ...(drop && { drop: edit(drop) }) }
}

/** What it makes, in any database; what is not known may be a type or whatever else its name says. */
function otherProvides({ name, create }: OtherObject): readonly ProvidedName[] {
  const found: ProvidedName[] = []
  for (const dialect of DIALECTS) {
    const text = forDialect(create, dialect)
    for (const { what, name: made } of text === undefined ? [] : madeThings(text)) {
      if (made === undefined) continue
      const space = RELATIONS.has(what) ? 'relation' : 'object'
      const full: QName = meansThing(made, name) ? name : made
      if (!found.some(one => one.space === space && sameName(one.name, full))) found.push({ space, name: full })
    }
  }
  if (found.some(one => sameName(one.name, name))) return found
  return [...found, { space: 'object', name }, ...(found.length === 0 ? [{ space: 'type' as const, name }] : [])]
}

/** Every name in its texts: what it is the name of, a text of which little is known does not show. */
function otherUses(object: OtherObject): readonly UsedName[] {
  const own = new Set(otherProvides(object).map(({ name }) => nameText(name)))
  const names = DIALECTS.flatMap(dialect => {
    const text = forDialect(object.create, dialect)
    return text === undefined ? [] : namesInObject(text)
  })
  return names.filter(name => !own.has(nameText(name))).map((name): UsedName => ({ space: 'any', name }))
}
