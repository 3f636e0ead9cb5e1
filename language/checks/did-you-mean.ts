import { closest } from '../edit-distance.ts'

/** Of two short names, each is close to the other. */
const SHORTEST = 3

/** The name that is probably meant: one that is the same but for letter case, or close to it. */
export function meantBy(name: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates]
  const lower = name.toLowerCase()
  const other = all.find(candidate => candidate !== name && candidate.toLowerCase() === lower)
  return other ?? (name.length < SHORTEST ? undefined : closest(name, all))
}

/** `Did you mean …?`, or what to do where nothing is close. */
export function didYouMean(meant: string | undefined, otherwise: string): string {
  return meant === undefined ? otherwise : `Did you mean \`${meant}\`?`
}
