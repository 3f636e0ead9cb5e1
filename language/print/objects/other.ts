import type { Sql } from '../../../compiler/schema/dialect.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { OtherObject } from '../../../compiler/schema/objects/other.ts'
import { writeSqlText } from '../../literals/sql-literal.ts'
import { familyWords } from '../option-words.ts'
import { parts } from '../parts.ts'

const INDENT = '  '

/** An object that is given by its own SQL, without its comment; `convert` and `revert` are those of a change. */
export function writeOther(object: OtherObject, way: { readonly convert?: Sql; readonly revert?: Sql } = {}): string {
  const head = ['object', nameText(object.name), ...familyWords(object), '{'].join(' ')
  const said = [
    ['create', object.create],
    ['drop', object.drop],
    ['convert', way.convert],
    ['revert', way.revert],
  ] as const
  const lines = said.flatMap(([word, sql]) => (sql === undefined ? [] : writeLines(word, sql)))
  return `${head}\n${lines.join('')}}`
}

function writeLines(word: string, sql: Sql): readonly string[] {
  return parts(sql).map(([dialect, text]) => {
    const start = dialect === undefined ? word : `${word} ${dialect}`
    return `${INDENT}${start} ${writeSqlText(text, INDENT)}\n`
  })
}
