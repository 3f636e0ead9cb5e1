import type { Connection } from '../connection.ts'

/** SQL that says in words which session a row of `pg_stat_activity` is; what this role may not see is left out. */
export function describeSession(alias: string): string {
  const a = alias
  return `'process ' || ${a}.pid || ' (' || concat_ws(', ', nullif(${a}.application_name, ''),
        nullif(${a}.backend_type, 'client backend'), ${a}.usename, host(${a}.client_addr),
        ${a}.state || ' since ' || to_char(${a}.state_change, 'YYYY-MM-DD HH24:MI:SS TZ')) || ')'`
}

const PREPARED = 'a prepared transaction (see pg_prepared_xacts)'

/** Who holds locks that a session waits for. */
export async function blockersOf(observer: Connection, pid: number): Promise<readonly string[]> {
  const rows = await observer.query(
    `select b.pid, ${describeSession('a')} as who
      from (select distinct unnest(pg_catalog.pg_blocking_pids(${pid})) as pid) b
      left join pg_catalog.pg_stat_activity a on a.pid = b.pid order by b.pid`,
  )
  return rows.flatMap(row => (row.who === null ? (Number(row.pid) === 0 ? [PREPARED] : []) : [String(row.who)]))
}
