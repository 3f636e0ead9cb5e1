/**
 * The lines that differ between two texts: `-` before those that went, `+` before those that came, and around each change
 * `context` lines after a space. An empty line stands between changes that are apart.
 */
export function changedLines(before: string, after: string, context = 0): readonly string[] {
  const all = align(linesOf(before), linesOf(after))
  const near = all.map((_, at) => all.slice(Math.max(0, at - context), at + context + 1).some(isChange))
  return all.flatMap((line, at) => {
    if (!near[at]) return []
    const apart = at > 0 && !near[at - 1] && near.slice(0, at).includes(true)
    return apart ? ['', line] : [line]
  })
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

function isChange(line: string): boolean {
  return !line.startsWith(' ')
}

/** All lines of both texts in order, with as many in common as there can be. */
function align(before: readonly string[], after: readonly string[]): readonly string[] {
  const common = lengths(before, after)
  const lines: string[] = []
  let [a, b] = [0, 0]
  while (a < before.length || b < after.length) {
    if (a < before.length && b < after.length && before[a] === after[b]) {
      lines.push(` ${before[a++]}`)
      b++
    } else if (a < before.length && (b === after.length || common[a + 1]![b]! >= common[a]![b + 1]!)) {
      lines.push(`-${before[a++]}`)
    } else lines.push(`+${after[b++]}`)
  }
  return lines
}

/** How many lines the rests of both texts have in common, by where the rests begin. */
function lengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const table = before.concat('').map(() => after.concat('').map(() => 0))
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      const [here, below] = [table[a]!, table[a + 1]!]
      here[b] = before[a] === after[b] ? below[b + 1]! + 1 : Math.max(below[b]!, here[b + 1]!)
    }
  }
  return table
}
