/**
 * A text after the edit that a `diff` block shows: lines after `-` go, lines after `+` come, lines after a space stay. A
 * line that is empty altogether parts stretches that are looked for by themselves, each after the one before.
 */
export function applyEdit(text: string, edit: readonly string[]): string {
  const lines = text.replace(/\n$/, '').split('\n')
  let from = 0
  for (const stretch of stretches(edit)) {
    const old = stretch.filter(line => !line.startsWith('+')).map(line => line.slice(1))
    const next = stretch.filter(line => !line.startsWith('-')).map(line => line.slice(1))
    const at = lines.findIndex((_, start) => start >= from && old.every((line, step) => lines[start + step] === line))
    if (at < 0) throw new Error(`The edit does not fit:\n${stretch.join('\n')}`)
    lines.splice(at, old.length, ...next)
    from = at + next.length
  }
  return `${lines.join('\n')}\n`
}

function stretches(edit: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]]
  for (const line of edit) {
    if (line === '') all.push([])
    else all.at(-1)!.push(line)
  }
  return all.filter(stretch => stretch.length > 0)
}
