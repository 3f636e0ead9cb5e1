/** Line ends of both databases and all that an editor or terminal may take for one. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** The lines of a text as comments: none can end early, and none can be read as one of the marks of a SQL file. */
export function commentLines(text: string): string[] {
  return text.split(LINE_END).map(line => `-- ${escapeMark(printable(line))}`.trimEnd())
}

/** The text on one line, for a mark that holds it. */
export function oneLine(text: string): string {
  return printable(text.split(LINE_END).join(' ')).trim()
}

/** The text of a comment line as it was before `commentLines`. */
export function readComment(line: string): string {
  return line.replace(/^-- ?/, '').replace(/^\\(\\*mig:)/, '$1')
}

/** What a mark `-- mig: …` says, or undefined when the line is none. */
export function readMark(line: string): string | undefined {
  return /^-- mig: (.*)$/.exec(line)?.[1]
}

function escapeMark(line: string): string {
  return line.replace(/^(\\*mig:)/, '\\$1')
}

function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be kept out of a comment
  return line.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, ' ')
}
