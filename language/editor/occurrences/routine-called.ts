import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { splitList } from '../../../compiler/sql/clauses.ts'
import { type Code, isSign, wordAt } from '../../../compiler/sql/code.ts'
import { readArguments } from '../../../compiler/sql/routine/read-arguments.ts'
import { insideOf } from '../../lower/objects/text-of.ts'
import type { KnownNames, KnownObject } from './known-names.ts'

/** The name that tokens of SQL spell. */
export function usedName(path: readonly number[], { tokens }: Code): QName {
  const [schema, name] = [path.at(-2), path.at(-1)!].map(at => (at === undefined ? undefined : tokens[at]!.value))
  return schema === undefined ? { name: name! } : { schema, name: name! }
}

/** With how many arguments a function is called; that of a trigger is declared without any. */
export function givenTo(code: Code, path: readonly number[]): number | undefined {
  const open = path.at(-1)! + 1
  if (!isSign(code, open, '(')) return undefined
  if (wordAt(code, path[0]! - 2) === 'execute') return 0
  return splitList(code, open + 1, Math.min(code.closes[open]!, code.tokens.length)).length
}

/** The function that a call means; nothing where several of the name take so many arguments. */
export function routineCalled(
  used: QName,
  given: number | undefined,
  names: KnownNames,
  dialect: DialectName | 'all',
): KnownObject | undefined {
  const all = names.routines.find(used, names.defaultSchema, dialect) ?? []
  if (all.length === 1) return all[0]
  const fitting = all.filter(one => given === undefined || takes(one, given))
  return fitting.length === 1 ? fitting[0] : undefined
}

function takes({ node }: KnownObject, given: number): boolean {
  const all = readArguments(insideOf('arguments' in node ? node.arguments : undefined))
  const inputs = all.filter(one => one !== undefined && one.mode !== 'out')
  const least = inputs.filter(one => one?.default === undefined && one?.mode !== 'variadic').length
  return least <= given && (given <= inputs.length || inputs.some(one => one?.mode === 'variadic'))
}
