/**
 * The SQL between two backticks: a doubled backtick is one. When the text starts on a line of its own, that line and
 * an empty last line go, and so does the indentation that all lines have in common.
 */
export function readSqlText(text: string): string {
  const closed = text.length > 1 && text.endsWith('`')
  const body = text.slice(1, closed ? -1 : undefined).replaceAll('``', '`')
  if (!body.includes('\n')) return body
  const lines = body.replaceAll('\r\n', '\n').split('\n')
  if (isBlank(lines.at(-1)!)) lines.pop()
  if (!isBlank(lines[0]!)) return lines.join('\n')
  lines.shift()
  const indent = commonIndent(lines)
  return lines.map(line => line.slice(indent)).join('\n')
}

/**
 * SQL between backticks, on lines of its own below `indent` when it has several. Text that would lose
 * its own indentation there starts right after the backtick.
 */
export function writeSqlText(sql: string, indent: string): string {
  const body = sql.replaceAll('`', '``')
  if (!body.includes('\n')) return `\`${body}\``
  const lines = body.split('\n')
  if (commonIndent(lines) > 0 && !isBlank(lines[0]!)) return `\`${body}${isBlank(lines.at(-1)!) ? '\n' : ''}\``
  const pad = lines.every(isBlank) ? '' : `${indent}  `
  return `\`\n${lines.map(line => (line === '' ? '' : pad + line)).join('\n')}\n${indent}\``
}

function commonIndent(lines: readonly string[]): number {
  let indent = Number.POSITIVE_INFINITY
  for (const line of lines) if (!isBlank(line)) indent = Math.min(indent, line.length - line.trimStart().length)
  return Number.isFinite(indent) ? indent : 0
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}
