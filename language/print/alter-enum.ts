import { nameText, sameName } from '../../compiler/schema/name.ts'
import type { AlterEnum } from '../../compiler/steps/step.ts'
import { joinSides } from './alter.ts'
import { ENTRY_WORDS, OPTION_WORDS, writeName } from './name.ts'
import { writeEntries, writeEnum } from './objects.ts'
import { writeOnly } from './option-words.ts'

/** `alter enum`: the second half tells renamed values (`was`) and what becomes of rows whose value goes. */
export function writeAlterEnum({ from, to, renames, moves }: AlterEnum): string {
  const isInOrder = renamesInOrder(to.values, renames)
  const old = new Map(isInOrder ? renames.map(pair => [pair.to, pair.from]) : [])
  const stays = new Set(to.values)
  const write = (value: string) => writeName(value, ENTRY_WORDS)
  const entries = [
    ...to.values.map(value => (old.has(value) ? `${write(value)} was ${write(old.get(value)!)}` : write(value))),
    ...(isInOrder ? [] : renames.map(pair => `renames ${write(pair.from)} -> ${write(pair.to)}`)),
    ...moves.map(
      ({ value, to: goal }) => `${stays.has(value) ? 'moves' : 'removed'} ${write(value)} -> ${write(goal)}`,
    ),
  ]
  const name = sameName(from.name, to.name)
    ? []
    : [to.name.schema === undefined && OPTION_WORDS.has(to.name.name) ? `"${to.name.name}"` : nameText(to.name)]
  const second = ['to', ...name, ...writeOnly(to.only), writeEntries(entries)].join(' ')
  return joinSides(from, to, `alter ${writeEnum(from)}`, second)
}

/** Whether the renames follow the order of the values, so that each can stand beside its value. */
function renamesInOrder(values: readonly string[], renames: AlterEnum['renames']): boolean {
  const pairs = new Map(renames.map(pair => [pair.to, pair]))
  const inOrder = values.filter(value => pairs.has(value)).map(value => pairs.get(value))
  return inOrder.length === renames.length && renames.every((pair, at) => pair === inOrder[at])
}
