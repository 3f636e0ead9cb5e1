/** The `///` lines for a comment, each with its line break; nothing when there is no comment. */
export function writeDocumentation(comment: string | undefined, indent = ''): string {
  if (comment === undefined || comment === '') return ''
  return comment
    .split(/\r?\n/)
    .map(line => `${indent}///${line === '' ? '' : ` ${line}`}\n`)
    .join('')
}
