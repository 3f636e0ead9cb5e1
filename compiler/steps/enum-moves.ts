import type { AlterEnum } from './step.ts'

type Move = AlterEnum['moves'][number]

/**
 * What becomes of the rows that hold a value which goes away in the direction of the step. A move that brought rows to
 * a value takes them back where it came from when that value goes and nothing else is said of it.
 */
export function movesOf({ from, to, renames, moves }: AlterEnum): readonly Move[] {
  const had = new Set(from.values)
  const left = new Set(to.values)
  const renamed = new Set(renames.map(pair => pair.from))
  return from.values.flatMap(value => {
    if (left.has(value) || renamed.has(value)) return []
    const goal =
      moves.find(move => move.value === value)?.to ??
      moves.find(move => move.to === value && left.has(move.value) && !had.has(move.value))?.value
    return goal === undefined ? [] : [{ value, to: goal }]
  })
}

/** Of the moves, those after which a row does not show any more which value it held: another one became, or was, the same. */
export function lossyMoves(step: AlterEnum): readonly Move[] {
  const moves = movesOf(step)
  const next = new Map([...step.renames.map(pair => [pair.from, pair.to] as const), ...moves.map(toPair)])
  const holders = Map.groupBy(step.from.values, value => next.get(value) ?? value)
  return moves.filter(move => holders.get(move.to)!.length > 1)
}

function toPair({ value, to }: Move): readonly [string, string] {
  return [value, to]
}
