import type { Connection } from '../../database/connection.ts'

/** The length from which to plan a query of the catalogs costs more than to run it. */
const LONG = 300

/** What takes prepared statements away (the manual, DISCARD and DEALLOCATE). */
const FORGETS = /\b(?:discard\s+all|deallocate)\b/i

/** A connection that prepares a long query of the catalogs when it comes again, so that the server need not plan it each time. */
export function preparingQueries(connection: Connection): Connection {
  const seen = new Set<string>()
  const names = new Map<string, string>()
  let count = 0
  const forgetting = (sql: string) => {
    if (FORGETS.test(sql)) names.clear()
    return sql
  }
  const exec = (sql: string) => connection.exec(forgetting(sql))
  const query: Connection['query'] = async sql => {
    const known = names.get(sql)
    if (known !== undefined) return connection.query(`execute ${known}`)
    if (sql.length < LONG || !/^\s*(?:with|select)\b/i.test(sql) || !sql.includes('pg_'))
      return connection.query(forgetting(sql))
    if (!seen.has(sql)) {
      seen.add(sql)
      return connection.query(sql)
    }
    const name = `again_${++count}`
    await connection.exec(`prepare ${name} as ${sql}`)
    names.set(sql, name)
    return connection.query(`execute ${name}`)
  }
  return { ...connection, query, exec }
}
