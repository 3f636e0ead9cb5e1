/** What was seen in a database: one line of text for each thing that can be asked about it. */
export type Facts = ReadonlyMap<string, string>

/** What differs between two databases, a line each: `THING: ORIGINAL -> HERE`, in the order of things. */
export function compareFacts(original: Facts, here: Facts): readonly string[] {
  const keys = [...new Set([...original.keys(), ...here.keys()])].sort()
  return keys
    .filter(key => original.get(key) !== here.get(key))
    .map(key => `${key}: ${original.get(key) ?? 'nothing'} -> ${here.get(key) ?? 'nothing'}`)
}

/** Facts from pairs; a key that comes twice is a mistake of whoever asks. */
export function factsOf(pairs: readonly (readonly [key: string, value: string])[]): Facts {
  const facts = new Map<string, string>()
  for (const [key, value] of pairs) {
    if (facts.has(key)) throw new Error(`Two facts are called ${key}.`)
    facts.set(key, value)
  }
  return facts
}
