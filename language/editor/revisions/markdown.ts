/** A text as markdown shows it to the letter, on one line. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>~&|]|(?<!\w)_|_(?!\w)/g, '\\$&')
}

/** A name as markdown shows code. */
export function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length)))
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** A link. */
export function link(text: string, uri: string): string {
  return `[${text}](${uri.replaceAll('(', '%28').replaceAll(')', '%29')})`
}
