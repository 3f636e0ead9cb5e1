import { forDialect } from '../../../schema/dialect.ts'
import type { OtherObject } from '../../../schema/objects/other.ts'
import { pathText } from '../../../sql/object/made-thing.ts'
import { derivedDrop, madeThings } from '../../../sql/object/made-things.ts'
import { PRAGMAS, type Pragma, pragmasBack, pragmasIn } from '../../../sql/object/pragmas.ts'
import { replaceVirtualTable, virtualTables } from '../../../sql/object/virtual-table.ts'
import { sameSql } from '../../../sql/same.ts'
import { splitStatements } from '../../../sql/statements.ts'
import type { Query } from '../../dialect.ts'
import type { SqliteObject } from './definition.ts'

/** What is given by its own SQL: in SQLite, virtual tables. */
export const otherObject: SqliteObject<'object'> = {
  project: object => {
    const { create, drop, comment: _comment, only: _only, dependsOn: _dependsOn, ...rest } = object
    const [made, gone] = [forDialect(create, 'sqlite'), drop && forDialect(drop, 'sqlite')]
    return made === undefined
      ? undefined
      : { ...rest, create: { all: made }, ...(gone !== undefined && { drop: { all: gone } }) }
  },
  create: ({ create }) => statementsOf(create.all!),
  drop: ({ create, drop }) => (drop === undefined ? (derivedDrop(create.all!) ?? []) : statementsOf(drop.all!)),
  change: changeOther,
  rename: ({ create: from }, { create: to }) => {
    const next = virtualTables(to.all!)
    return virtualTables(from.all!).flatMap(({ name }, at) => {
      const now = next[at]?.name
      if (now === undefined || pathText(now) === pathText(name)) return []
      return [`alter table ${pathText(name)} rename to ${pathText({ name: now.name })}`]
    })
  },
  parts: ({ create }) => [
    ...virtualTables(create.all!).map(({ name, sql }) => tableObject(name.name, sql)),
    ...pragmasIn(create.all!).map(pragmaObject),
  ],
  inspect: async query => [...(await inspectVirtualTables(query)), ...(await inspectPragmas(query))],
}

function statementsOf(text: string): readonly string[] {
  return splitStatements(text).map(one => one.text)
}

/** Virtual tables keep their rows where they can; anything else goes and comes again. */
function changeOther(from: OtherObject, to: OtherObject): readonly string[] {
  const [before, after] = [from.create.all!, to.create.all!]
  if (sameSql(before, after)) return []
  const [old, next] = [virtualTables(before), virtualTables(after)]
  const isPlain =
    from.drop === undefined && madeThings(before).length === old.length && derivedDrop(before) !== undefined
  if (pragmasIn(before).length > 0 && old.length + next.length === 0)
    return [...pragmasBack(before, pragmasIn(after)), ...otherObject.create(to)]
  if (!isPlain || old.length === 0) return [...otherObject.drop(from), ...otherObject.create(to)]
  const there = new Map(old.map(table => [pathText(table.name), table]))
  const kept = new Set(next.map(table => pathText(table.name)))
  const gone = old.filter(table => !kept.has(pathText(table.name)))
  const rest = statementsOf(after)
  const had = new Set(statementsOf(before))
  return [
    ...gone.reverse().map(({ name }) => `drop table ${pathText(name)}`),
    ...rest.flatMap((sql): readonly string[] => {
      const table = next.find(one => one.sql === sql)
      const same = table && there.get(pathText(table.name))
      if (table === undefined) return had.has(sql) ? [] : [sql]
      if (same === undefined) return [sql]
      return sameSql(same.sql, sql) ? [] : replaceVirtualTable(same, table)
    }),
  ]
}

async function inspectPragmas(query: Query): Promise<readonly OtherObject[]> {
  const found: OtherObject[] = []
  for (const name of PRAGMAS) {
    const [row] = await query(`pragma ${name}`)
    const value = Number(row?.[name] ?? 0)
    if (value !== 0) found.push(pragmaObject({ name, value: String(value) }))
  }
  return found
}

function pragmaObject({ name, value }: Pragma): OtherObject {
  return { kind: 'object', name: { name: `pragma ${name}` }, create: { all: `pragma ${name} = ${value}` } }
}

async function inspectVirtualTables(query: Query): Promise<readonly OtherObject[]> {
  const rows = await query(
    "select name, sql from sqlite_schema where type = 'table' and sql like 'create virtual%' order by rowid",
  )
  return rows.map(row => tableObject(String(row.name), String(row.sql)))
}

function tableObject(name: string, sql: string): OtherObject {
  return { kind: 'object', name: { name: `virtual table ${name}` }, create: { all: sql } }
}
