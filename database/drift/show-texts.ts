const LONGEST = 100
const BEFORE = 30

/**
 * Two texts for a sentence: `A, not B`. Of long ones the stretch around the first place where they differ, on one line.
 */
export function showTexts(there: string, wanted: string): string {
  const [one, two] = [there, wanted].map(text => text.trim().replace(/\s+/g, ' ')) as [string, string]
  let same = 0
  while (same < one.length && one[same] === two[same]) same++
  const from = Math.max(one.length, two.length) <= LONGEST ? 0 : Math.max(0, same - BEFORE)
  return `\`${stretch(one, from)}\`, not \`${stretch(two, from)}\``
}

function stretch(text: string, from: number): string {
  const end = from + LONGEST
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${text.length > end ? '…' : ''}`
}
