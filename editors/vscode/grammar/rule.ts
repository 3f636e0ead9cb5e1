/** A rule of a TextMate grammar, as far as this one uses them. */
export interface Rule {
  readonly name?: string
  readonly contentName?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly include?: string
  readonly captures?: Captures
  readonly beginCaptures?: Captures
  readonly endCaptures?: Captures
  readonly patterns?: readonly Rule[]
}

/** The scopes of the groups of a pattern. */
export type Captures = Readonly<Record<string, { readonly name: string }>>

/** Rules by the names that others include them by. */
export type Rules = Readonly<Record<string, Rule>>

/** Captures from scopes: the first is that of the first group. */
export function groups(...scopes: readonly string[]): Captures {
  return Object.fromEntries(scopes.map((name, index) => [`${index + 1}`, { name }]))
}

/** The scope of all that a pattern matches. */
export function whole(name: string): Captures {
  return { 0: { name } }
}

/** A pattern within a line, with the scopes of its groups. */
export function match(pattern: string, ...scopes: readonly string[]): Rule {
  return { match: pattern, captures: groups(...scopes) }
}

/** A pattern within a line, with one scope. */
export function token(pattern: string, name: string): Rule {
  return { name, match: pattern }
}

/** References to rules of the repository. */
export function include(...names: readonly string[]): readonly Rule[] {
  return names.map(name => ({ include: `#${name}` }))
}
