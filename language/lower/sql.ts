import type { Sql } from '../../compiler/schema/dialect.ts'
import type { Sql as SqlNode } from '../generated/ast.ts'
import type { Context } from './context.ts'

const PARTS = ['all', 'postgres', 'sqlite'] as const

/** SQL per database; each may be given once. */
export function lowerSql(node: SqlNode | undefined, context: Context): Sql {
  const sql: { -readonly [K in keyof Sql]: Sql[K] } = {}
  if (node === undefined) return sql
  for (const part of PARTS) {
    const texts = node[part]
    if (texts === undefined || texts.length === 0) continue
    sql[part] = texts[0]!
    if (texts.length > 1) saidTwice(node, part, context)
  }
  return sql
}

function saidTwice(node: SqlNode, part: (typeof PARTS)[number], context: Context): void {
  const whose = part === 'all' ? 'The SQL for every database' : `The SQL for ${part}`
  const remedy = 'Keep one, or name the database before it: postgres `…` sqlite `…`.'
  context.report.error('MIG107', `${whose} is given twice.`, remedy, { node, property: part, index: 1 })
}
