import type { QName } from '../../../schema/name.ts'
import { type AggregateObject, plainAggregate } from '../../../schema/objects/aggregate.ts'
import { aggregateWords, writeAggregateArguments } from '../../../sql/aggregate/write-aggregate.ts'
import { sameData } from '../../../steps/objects/same-data.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import type { PostgresObject } from './definition.ts'
import { inspectAggregates } from './inspect-aggregates.ts'

/** Aggregates. */
export const aggregateObject: PostgresObject<'aggregate'> = {
  create: one => [createAggregate(one)],
  drop: one => `drop ${called(one)}`,
  change: (from, to) => (canReplace(from, to) ? [createAggregate(to, 'create or replace')] : undefined),
  rename: (from, to, object) => {
    const statements: string[] = []
    const there = { ...object, name: from.name }
    if (from.name.schema !== to.name.schema) {
      statements.push(`alter ${called(there)} set schema ${quoteIdentifier(to.name.schema ?? 'public')}`)
      there.name = to.name.schema === undefined ? { name: from.name.name } : { ...to.name, name: from.name.name }
    }
    if (from.name.name !== to.name.name) {
      statements.push(`alter ${called(there)} rename to ${quoteIdentifier(to.name.name)}`)
    }
    return statements
  },
  commentOn: called,
  project: plainAggregate,
  inspect: inspectAggregates,
}

function called(aggregate: AggregateObject): string {
  return `aggregate ${calledAs(aggregate.name, aggregate)}`
}

/** An aggregate without arguments is written with a star (the manual, CREATE AGGREGATE). */
function calledAs(name: QName, aggregate: AggregateObject): string {
  return `${quoteQName(name)}(${aggregate.arguments.length === 0 ? '*' : writeAggregateArguments(aggregate)})`
}

function createAggregate(aggregate: AggregateObject, verb = 'create'): string {
  const words = aggregateWords(aggregate, quoteQName, sign => (sign.includes('.') ? `operator(${sign})` : sign))
  const lines = words.map(([word, value]) => (value === undefined ? `  ${word}` : `  ${word} = ${value}`))
  return `${verb} ${called(aggregate)} (\n${lines.join(',\n')}\n)`
}

/**
 * `or replace` may change neither the arguments nor what comes out (the manual, CREATE AGGREGATE), and what comes out is what the
 * final function makes of the state.
 */
function canReplace(from: AggregateObject, to: AggregateObject): boolean {
  const head = ({ arguments: list, direct, stype, finalfunc, finalfunc_extra, hypothetical }: AggregateObject) => ({
    list,
    direct,
    stype,
    finalfunc,
    finalfunc_extra,
    hypothetical,
  })
  return sameData(head(from), head(to))
}
