/** A difference that is known, and how often it comes: as often as it likes where nothing is said. */
export interface Known {
  readonly pattern: string
  readonly times?: number
}

const LINE = /^- (?:(\d+) times: )?`(.*)`$/

/**
 * The differences that a page names: below each heading the reason, and in a list the differences, `*` for any text in them. Each stands there
 * once unless its line says how many times. `*1` is any text that stands at every `*1` of the line.
 */
export function readDifferences(page: string): readonly Known[] {
  let hasReason = false
  const known: Known[] = []
  for (const line of page.split('\n')) {
    if (line.startsWith('#')) hasReason = false
    const [, times, pattern] = LINE.exec(line) ?? []
    if (pattern === undefined) hasReason ||= line !== '' && !line.startsWith('#')
    else if (hasReason) known.push({ pattern, times: Number(times ?? 1) })
    else throw new Error(`No reason is given for ${pattern}.`)
  }
  return known
}

/** What is wrong with a page: differences that it does not name, and names that nothing or something else than the said number bears. */
export function unexplained(found: readonly string[], known: readonly Known[]): readonly string[] {
  const matchers = known.map(({ pattern, times }) => ({ pattern, times, matcher: matcherOf(pattern) }))
  return [
    ...found.filter(line => !matchers.some(({ matcher }) => matcher.test(line))).map(line => `not named: ${line}`),
    ...matchers.flatMap(({ pattern, times, matcher }) => {
      const count = found.filter(line => matcher.test(line)).length
      return times === undefined || count === times ? [] : [`named ${times} times, found ${count} times: ${pattern}`]
    }),
  ]
}

function matcherOf(pattern: string): RegExp {
  const seen = new Set<string>()
  const source = pattern.replace(/\*(\d?)|[.+?^${}()|[\]\\]/g, (sign, name: string | undefined) => {
    if (!sign.startsWith('*')) return `\\${sign}`
    if (!name) return '[\\s\\S]*'
    if (seen.has(name)) return `\\k<t${name}>`
    seen.add(name)
    return `(?<t${name}>[\\s\\S]*)`
  })
  return new RegExp(`^${source}$`)
}
