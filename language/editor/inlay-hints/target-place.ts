const TARGET =
  /->\s*(?:[\p{L}_][\p{L}\p{M}\p{N}_$]*|"(?:""|[^"\r\n])*")(?:\.(?:[\p{L}_][\p{L}\p{M}\p{N}_$]*|"(?:""|[^"\r\n])*"))?/uy
const COLUMNS = /\s*\([^()\n]*\)/y

/** Where the target of a foreign key ends whose arrow stands at an offset, behind its columns where they are written. */
export function placeAfterTarget(text: string, arrow: number): number {
  TARGET.lastIndex = arrow
  if (!TARGET.test(text)) return arrow + 2
  const end = TARGET.lastIndex
  COLUMNS.lastIndex = end
  return COLUMNS.test(text) ? COLUMNS.lastIndex : end
}
