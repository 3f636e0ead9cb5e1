import type { QName } from '../../schema/name.ts'
import type { AggregateObject, AggregateOptions } from '../../schema/objects/aggregate.ts'
import { sqlName } from '../name-text.ts'
import { writeArgument } from '../routine/write-head.ts'

/** `text`, `double precision order by anyelement`; nothing where there are no arguments. */
export function writeAggregateArguments({
  arguments: list,
  direct,
}: Pick<AggregateObject, 'arguments' | 'direct'>): string {
  const written = list.map(writeArgument)
  if (direct === undefined) return written.join(', ')
  const ordered = direct > 0 && direct === list.length ? written.slice(-1) : written.slice(direct)
  const before = direct === 0 ? '' : `${written.slice(0, direct).join(', ')} `
  return `${before}order by ${ordered.join(', ')}`
}

/** An option of an aggregate with its value, none for one that is only said. */
export type AggregateWord = readonly [word: string, value?: string]

/** The options in one order; `path` writes names, `sign` an operator. */
export function aggregateWords(
  options: AggregateOptions,
  path: (name: QName) => string,
  sign: (operator: string) => string,
): readonly AggregateWord[] {
  const words: AggregateWord[] = []
  const put = (word: string, value: string | undefined) => {
    if (value !== undefined) words.push([word, value])
  }
  const named = (word: string, name: QName | undefined) => put(word, name && path(name))
  const flag = (word: string, is: true | undefined) => {
    if (is) words.push([word])
  }
  named('sfunc', options.sfunc)
  put('stype', options.stype)
  put('sspace', options.sspace)
  named('finalfunc', options.finalfunc)
  flag('finalfunc_extra', options.finalfunc_extra)
  put('finalfunc_modify', options.finalfunc_modify)
  named('combinefunc', options.combinefunc)
  named('serialfunc', options.serialfunc)
  named('deserialfunc', options.deserialfunc)
  put('initcond', options.initcond === undefined ? undefined : quoted(options.initcond))
  named('msfunc', options.msfunc)
  named('minvfunc', options.minvfunc)
  put('mstype', options.mstype)
  put('msspace', options.msspace)
  named('mfinalfunc', options.mfinalfunc)
  flag('mfinalfunc_extra', options.mfinalfunc_extra)
  put('mfinalfunc_modify', options.mfinalfunc_modify)
  put('minitcond', options.minitcond === undefined ? undefined : quoted(options.minitcond))
  put('sortop', options.sortop && sign(options.sortop))
  put('parallel', options.parallel)
  flag('hypothetical', options.hypothetical)
  return words
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as SQL has it. */
export function pathText({ schema, name }: QName): string {
  return schema === undefined ? sqlName(name) : `${sqlName(schema)}.${sqlName(name)}`
}
