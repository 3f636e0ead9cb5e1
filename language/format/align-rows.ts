import type { Row } from './row.ts'

/** Pads the first words of a run of lines, then the lines before a run of comments. A blank line ends a run. */
export function alignRows(rows: readonly Row[]): void {
  for (const block of blocks(rows)) alignFirstWords(block)
  for (const run of commentRuns(rows)) alignComments(run)
}

/** Stretches of lines between blank lines and braces. */
function* blocks(rows: readonly Row[]): Iterable<readonly Row[]> {
  let block: Row[] = []
  for (const row of rows) {
    if (row.blankBefore || row.text.startsWith('}') || row.text.endsWith('{')) {
      yield block
      block = []
    }
    block.push(row)
  }
  yield block
}

function alignFirstWords(block: readonly Row[]): void {
  for (const kind of ['column', 'side', 'sql']) {
    const rows = block.filter(row => row.run?.kind === kind)
    const width = rows.reduce((most, row) => Math.max(most, row.run!.width), 0)
    for (const row of rows) {
      const word = row.run!.width
      if (row.text.length > word) row.text = row.text.slice(0, word) + ' '.repeat(width - word) + row.text.slice(word)
    }
  }
}

function* commentRuns(rows: readonly Row[]): Iterable<readonly Row[]> {
  let run: Row[] = []
  for (const row of rows) {
    if (row.comment === undefined || row.blankBefore || row.text.includes('\n')) {
      yield run
      run = []
    }
    if (row.comment !== undefined) run.push(row)
  }
  yield run
}

function alignComments(run: readonly Row[]): void {
  const widthOf = (row: Row) => row.indent * 2 + row.text.slice(row.text.lastIndexOf('\n') + 1).length
  const width = run.reduce((most, row) => Math.max(most, widthOf(row)), 0)
  for (const row of run) row.text += ' '.repeat(width - widthOf(row))
}
