import { CompletionItemKind } from 'vscode-languageserver-types'
import { forDialect } from '../../../../compiler/schema/dialect.ts'
import { nameText } from '../../../../compiler/schema/name.ts'
import { Resolver } from '../../../../compiler/sql/resolve.ts'
import type { ColumnMention, Reader } from '../../../../compiler/sql/scope.ts'
import { literalsBeside } from '../../../checks/literals-beside.ts'
import type { Candidate } from '../candidate.ts'
import { readAs, type Sight } from './sight.ts'
import { columnsOfRelation, tableNamed } from './sources.ts'

/** The values of the enum that the text at the cursor is compared with; in quotes where the cursor is in none. */
export function literalValues(sight: Sight): readonly Candidate[] {
  const { reading, at, isLiteral } = sight
  if (isLiteral)
    return valuesBeside(reading, reading.code.tokens[at]?.start ?? -1, sight, value => value.replaceAll("'", "''"))
  const { text, tokens } = reading.code
  const token = tokens[at]
  if (token === undefined) return []
  const quoted = `${text.slice(0, token.start)}'x'${text.slice(token.end)}`
  const again = readAs(sight.use, quoted, sight.table?.name)
  return valuesBeside(again, token.start, sight, value => `'${value.replaceAll("'", "''")}'`)
}

function valuesBeside(
  reading: Reader,
  start: number,
  sight: Sight,
  write: (value: string) => string,
): readonly Candidate[] {
  const { text, tokens } = reading.code
  for (const mention of reading.columns) {
    const name = tokens[mention.path.at(-1)!]
    if (name === undefined || !literalsBeside(text, name.start).some(literal => literal.start === start)) continue
    const values = enumValuesOf(mention, name.value, reading, sight)
    if (values !== undefined)
      return values.map(value => ({ label: write(value), kind: CompletionItemKind.EnumMember, rank: 0 }))
  }
  return []
}

function enumValuesOf(
  mention: ColumnMention,
  name: string,
  reading: Reader,
  sight: Sight,
): readonly string[] | undefined {
  const columnsOf = (relation: Parameters<typeof tableNamed>[0]) => {
    const columns = columnsOfRelation(relation, sight)
    return columns.length === 0 ? undefined : columns.map(column => column.name)
  }
  const { relation } = new Resolver(reading, columnsOf).owner(mention)
  const facts = relation === undefined ? undefined : tableNamed(relation, sight)
  const column = facts?.columns.find(one => one.name === name)
  if (column === undefined) return undefined
  const dialects = sight.dialects.length === 0 ? (['postgres', 'sqlite'] as const) : sight.dialects
  const type = dialects.map(dialect => forDialect(column.type, dialect)).find(one => one?.kind === 'enum')
  return type?.kind === 'enum' ? sight.scene.enumValues(nameText(type.name)) : undefined
}
