import type { AggregateDeclaration, RoutineDeclaration } from '../../generated/ast.ts'
import type { Context } from '../context.ts'

/** Reports a word in the head of a routine or aggregate that Postgres does not know there. */
export function reportUnknownOption(
  node: AggregateDeclaration | RoutineDeclaration,
  word: string | undefined,
  what: string,
  remedy: string,
  { report }: Context,
): void {
  if (word === undefined) return
  const index = (node.options ?? []).findIndex(part => part.$type === 'TextWord' && part.text === word)
  const place = index < 0 ? { node, property: 'name' } : { node, property: 'options', index }
  report.error('MIG133', `\`${word}\` is no option of ${what}.`, remedy, place)
}
