import type { ColumnDeclaration, Modifier } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { type Change, insert, removePiece, replace } from './change.ts'
import { partOf, type Span, spanOf } from './nodes.ts'

const HINTS: ReadonlySet<Modifier['$type']> = new Set([
  'WasModifier',
  'BackfillModifier',
  'ConvertModifier',
  'RevertModifier',
])

/** Where the types of a column stand, from the first to the last. */
export function typesOf(column: ColumnDeclaration): Span | undefined {
  const types = column.types ?? []
  const [first, last] = [spanOf(types[0]), spanOf(types.at(-1))]
  return first && last && { start: first.start, end: last.end }
}

/** Puts a modifier behind the others of a column, in front of its hints. */
export function addModifier(parsed: Parsed, column: ColumnDeclaration, modifier: string): readonly Change[] {
  const plain = (column.modifiers ?? []).filter(({ $type }) => !HINTS.has($type))
  const at = spanOf(plain.at(-1))?.end ?? typesOf(column)?.end
  return at === undefined ? [] : [insert(parsed, at, ` ${modifier}`)]
}

/** Puts a hint behind all that a column says. */
export function addHint(parsed: Parsed, column: ColumnDeclaration, hint: string): readonly Change[] {
  const at = spanOf(column.modifiers?.at(-1))?.end ?? typesOf(column)?.end
  return at === undefined ? [] : [insert(parsed, at, ` ${hint}`)]
}

/** Takes modifiers of some sorts away from a column. */
export function removeModifiers(
  parsed: Parsed,
  column: ColumnDeclaration,
  ...types: readonly Modifier['$type'][]
): readonly Change[] {
  const gone = (column.modifiers ?? []).filter(({ $type }) => types.includes($type))
  return gone.flatMap(node => {
    const span = spanOf(node)
    return span === undefined ? [] : [removePiece(parsed, span.start, span.end)]
  })
}

/** Lets a column be null. */
export function markNullable(parsed: Parsed, column: ColumnDeclaration): readonly Change[] {
  const types = typesOf(column)
  if (types === undefined || column.types.some(({ nullable }) => nullable)) return []
  return [insert(parsed, types.end, '?')]
}

/** Makes a column NOT NULL. */
export function markNotNull(parsed: Parsed, column: ColumnDeclaration): readonly Change[] {
  return (column.types ?? []).flatMap(type => {
    const mark = type.nullable ? partOf(type, 'nullable') : undefined
    return mark === undefined ? [] : [replace(parsed, mark.start, mark.end, '')]
  })
}

/** Gives a column another type; it stays nullable if it is. */
export function retype(parsed: Parsed, column: ColumnDeclaration, type: string): readonly Change[] {
  const types = typesOf(column)
  if (types === undefined) return []
  const mark = column.types.some(({ nullable }) => nullable) ? '?' : ''
  return [replace(parsed, types.start, types.end, type + mark)]
}
