import type { Argument } from '../../schema/objects/routine.ts'
import { splitList } from '../clauses.ts'
import { after, type Code, isName, isSign, readCode, wordAt } from '../code.ts'
import { tightSql } from '../tight-sql.ts'
import { afterType } from '../type-name.ts'
import { plainTypeOf } from './plain-type.ts'

/** The arguments of a text such as `a int, out b text, c numeric default 0`; an entry that is none is undefined. */
export function readArguments(text: string): readonly (Argument | undefined)[] {
  const code = readCode(text)
  return argumentsIn(code, 0, code.tokens.length)
}

/** The same for a part of a text. */
export function argumentsIn(code: Code, from: number, to: number): readonly (Argument | undefined)[] {
  return splitList(code, from, to).map(([start, end]) => argumentIn(code, start, end))
}

const MODES: ReadonlySet<string> = new Set(['in', 'out', 'inout', 'variadic'])

/** The manual lets the mode stand before or after the name (CREATE FUNCTION). */
function argumentIn(code: Code, from: number, to: number): Argument | undefined {
  const equals = defaultAt(code, from, to)
  let at = from
  let mode = readMode(code, at, equals)
  at = mode?.next ?? at
  let name: string | undefined
  if (isNamed(code, at, equals)) {
    name = code.tokens[at]!.value
    at++
    if (mode === undefined) {
      mode = readMode(code, at, equals)
      at = mode?.next ?? at
    }
  }
  if (at >= equals || !isName(code, at) || afterType(code, at, equals) !== equals) return undefined
  const value = equals + 1 < to ? tightSql(code, equals + 1, to) : undefined
  return {
    ...(mode && mode.mode !== 'in' && { mode: mode.mode }),
    ...(name !== undefined && { name }),
    type: plainTypeOf(code, at, equals),
    ...(value !== undefined && { default: value }),
  }
}

function readMode(code: Code, at: number, to: number) {
  const word = wordAt(code, at)
  if (!MODES.has(word) || at + 1 >= to) return undefined
  const both = word === 'in' && wordAt(code, at + 1) === 'out' && at + 2 < to
  const mode = (both ? 'inout' : word) as 'in' | NonNullable<Argument['mode']>
  return { mode, next: at + (both ? 2 : 1) }
}

/** Whether a name stands before the type. */
function isNamed(code: Code, at: number, to: number): boolean {
  return isName(code, at) && at + 1 < to && isName(code, at + 1) && afterType(code, at, to) < to
}

/** The place of `default` or `=`, or the end. */
function defaultAt(code: Code, from: number, to: number): number {
  for (let at = from; at < to; at = after(code, at, to)) {
    if (wordAt(code, at) === 'default' || isSign(code, at, '=') || isSign(code, at, ':=')) return at
  }
  return to
}
