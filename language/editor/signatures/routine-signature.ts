import type { Read } from '../completion/grammar/reading.ts'
import type { Signature } from './signature.ts'

const MORE = { label: '…' }

/** What stands between the brackets of the head of a function, a procedure or an aggregate. */
export function routineSignature(
  rule: string,
  before: string,
  reads: readonly Read[],
  commas: number,
): Signature | undefined {
  if (rule === 'AggregateRule')
    return { head: `aggregate ${before}`, parameters: [{ label: '[name] type' }, MORE], active: commas }
  if (rule !== 'RoutineRest') return undefined
  const word = reads.find(read => read.leaf.word === 'function' || read.leaf.word === 'procedure')?.leaf.word ?? ''
  const label = '[in | out | inout | variadic] name type [default value]'
  return { head: `${word} ${before}`, parameters: [{ label }, MORE], active: commas }
}
