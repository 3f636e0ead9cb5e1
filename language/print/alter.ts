import { writeDocumentation } from './documentation.ts'

interface Commented {
  readonly comment?: string
}

/**
 * Both sides of a change. The comment before `alter` holds for both sides; where the second one has another, it stands
 * before `to`, and an empty `///` there says that there is none.
 */
export function writeAlter<T extends object>(
  from: T & Commented,
  to: T & Commented,
  write: (side: T) => string,
  place = '',
): string {
  return joinSides(from, to, `alter ${place}${write(from)}`, `to ${write(to)}`)
}

/** Puts the two halves of a change together, each with its comment. */
export function joinSides(from: Commented, to: Commented, first: string, second: string): string {
  const before = writeDocumentation(from.comment) + first
  if ((from.comment ?? '') === (to.comment ?? '')) return `${before} ${second}`
  return `${before}\n${writeDocumentation(to.comment) || '///\n'}${second}`
}
