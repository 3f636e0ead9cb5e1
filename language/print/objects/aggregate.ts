import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { AggregateObject } from '../../../compiler/schema/objects/aggregate.ts'
import {
  type AggregateWord,
  aggregateWords,
  writeAggregateArguments,
} from '../../../compiler/sql/aggregate/write-aggregate.ts'
import { sqlName } from '../../../compiler/sql/name-text.ts'
import { writeSqlText } from '../../literals/sql-literal.ts'
import { familyWords } from '../option-words.ts'

/** An aggregate, without its comment; signs mean nothing in `.mig` text, so an operator goes in backticks. */
export function writeAggregate(aggregate: AggregateObject): string {
  const words = aggregateWords(aggregate, writePath, sign => writeSqlText(sign, '')).map(writeWord)
  const head = `aggregate ${nameText(aggregate.name)}(${writeAggregateArguments(aggregate)})`
  return [head, ...words, ...familyWords(aggregate)].join(' ')
}

/** A type of several words is SQL. */
function writeWord([word, value]: AggregateWord): string {
  if (value === undefined) return word
  const isType = word === 'stype' || word === 'mstype'
  return `${word} ${isType && value.includes(' ') ? writeSqlText(value, '') : value}`
}

/** Words that begin an option of every declaration. */
const TAKEN: ReadonlySet<string> = new Set(['only', 'was', 'depends'])

/** A name as SQL reads it, in quotes where the text would read something else. */
function writePath({ schema, name }: QName): string {
  const text = (part: string) => (TAKEN.has(part) ? `"${part}"` : sqlName(part))
  return schema === undefined ? text(name) : `${text(schema)}.${text(name)}`
}
