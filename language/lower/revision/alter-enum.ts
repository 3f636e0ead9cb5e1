import type { AlterEnum } from '../../../compiler/steps/step.ts'
import type { EnumDeclaration, EnumEntry } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import { type Context, onlyOf } from '../context.ts'
import { lowerEnum } from '../enum.ts'
import type { Comment } from './step-docs.ts'

type Pair = AlterEnum['renames'][number]
type Move = AlterEnum['moves'][number]

/** `alter enum`: the second half also tells renames and moves. */
export function lowerAlterEnum(
  first: EnumDeclaration,
  second: EnumDeclaration,
  comments: readonly [Comment, Comment],
  context: Context,
): AlterEnum {
  const from = { ...lowerEnum(first, context), ...comments[0] }
  const name = second.name === undefined ? from.name : readName(second.name)
  const values: string[] = []
  const renames: Pair[] = []
  const moves: Move[] = []
  for (const entry of second.entries ?? []) lowerEntry(entry, { values, renames, moves }, context)
  return { kind: 'alter enum', from, to: { name, values, ...onlyOf(second), ...comments[1] }, renames, moves }
}

interface Entries {
  readonly values: string[]
  readonly renames: Pair[]
  readonly moves: Move[]
}

function lowerEntry(entry: EnumEntry, { values, renames, moves }: Entries, context: Context): void {
  switch (entry.$type) {
    case 'EnumValueEntry':
      values.push(entry.name)
      if (entry.was !== undefined) renames.push({ from: entry.was, to: entry.name })
      break
    case 'MovesEntry':
      if (entry.kind === 'moves') moves.push({ value: entry.value, to: entry.to })
      else renames.push({ from: entry.value, to: entry.to })
      break
    case 'RemovedEntry':
      if (entry.to !== undefined) moves.push({ value: entry.value, to: entry.to })
      else needless(entry, context)
      break
    case 'DroppedEntry':
      needless(entry, context)
      break
  }
}

function needless(node: EnumEntry, { report }: Context): void {
  const remedy = 'Leave the value out of the second block; `removed V -> W` says what becomes of its rows.'
  report.error('MIG114', 'A revision has no hints: a value that is not in the second block is dropped.', remedy, {
    node,
  })
}
