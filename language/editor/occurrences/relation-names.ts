import type { SqlToken } from '../../../compiler/sql/tokens.ts'
import { readName } from '../../literals/name-literal.ts'
import { kindOfRelation } from './known-names.ts'
import type { NameCollector } from './name-collector.ts'
import type { NamePlace } from './name-tokens.ts'
import { columnIn } from './sql-column.ts'

/** The name of a table, view or sequence; answers its key. */
export function addRelationName(place: NamePlace | undefined, collector: NameCollector): string | undefined {
  if (place === undefined) return undefined
  const { names } = collector
  const key = collector.keyOf(place)
  const relation = names.table(key) ?? names.view(key)
  const kind = relation ? kindOfRelation(relation) : names.object('sequence', key) ? 'sequence' : 'table'
  collector.addQualified(place, kind, 'reference', key)
  return key
}

/** The key of a column of a table or view that a name of the language means. */
export function relationColumn(key: string, name: string, { names }: NameCollector): string | undefined {
  const table = names.table(key)
  if (table !== undefined) return names.columns(table.node, table.context).byName.get(name)?.key
  const text = `"${name.replaceAll('"', '""')}"`
  return columnIn(readName(key), { text, value: name } as SqlToken, 'postgres', names)?.key
}
