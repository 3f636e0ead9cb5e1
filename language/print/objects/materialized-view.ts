import { nameText } from '../../../compiler/schema/name.ts'
import type { MaterializedView } from '../../../compiler/schema/objects/materialized-view.ts'
import { writeDocumentation } from '../documentation.ts'
import { writeColumnNames } from '../objects.ts'
import { familyWords } from '../option-words.ts'
import { writeSql } from '../parts.ts'
import { writeStorage } from '../table.ts'
import { writeIndex } from '../table-index.ts'

const INDENT = '  '

/** A materialized view with its indexes, without its comment. */
export function writeMaterializedView(view: MaterializedView): string {
  const { name, sql, indexes, withNoData } = view
  const filling = withNoData ? ['with no data'] : []
  const head = ['materialized view', nameText(name), ...writeColumnNames(view), ...filling]
  const lines = indexes.map(
    index => `${writeDocumentation(index.comment, INDENT)}${INDENT}${writeIndex(index, false, INDENT)}\n`,
  )
  const block = lines.length === 0 ? [] : [`{\n${lines.join('')}}`]
  return [...head, ...writeStorage(view), ...familyWords(view), '=', writeSql(sql, ''), ...block].join(' ')
}
