/**
 * A stable order in which what is needed stands before what needs it. A cycle is cut at its first member in the order
 * given: tables that reference each other are legal, their foreign keys come last.
 */
export function dependantsLast<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  needs: (item: T) => readonly string[],
): T[] {
  const byKey = new Map(items.map(item => [keyOf(item), item]))
  const seen = new Set<string>()
  const result: T[] = []
  for (const item of items) {
    const stack: { readonly item: T; readonly needs: readonly string[]; next: number }[] = []
    const enter = (entered: T) => {
      seen.add(keyOf(entered))
      stack.push({ item: entered, needs: needs(entered), next: 0 })
    }
    if (!seen.has(keyOf(item))) enter(item)
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const need = top.needs[top.next++]
      if (need === undefined) {
        result.push(top.item)
        stack.pop()
        continue
      }
      const needed = byKey.get(need)
      if (needed !== undefined && !seen.has(need)) enter(needed)
    }
  }
  return result
}
