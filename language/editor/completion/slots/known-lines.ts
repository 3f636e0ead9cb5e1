import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Column } from '../../../../compiler/schema/column.ts'
import { nameText } from '../../../../compiler/schema/name.ts'
import { writeColumnLine } from '../../../print/column.ts'
import type { Candidate } from '../candidate.ts'
import type { Scene } from '../scene.ts'

const MOST = 5
/** A name that so many tables have is known well enough. */
const ENOUGH = 300

/** Lines that other tables have for columns whose names begin so, the most frequent first. */
export function knownLines(typed: string, scene: Scene, taken: ReadonlySet<string>): readonly Candidate[] {
  const counts = new Map<string, { readonly name: string; readonly table: string; count: number }>()
  let seen = 0
  for (const { name, columns } of scene.schema.tables.values()) {
    if (seen > ENOUGH) break
    for (const column of columns) {
      if (!column.name.startsWith(typed) || column.name === 'id' || taken.has(column.name)) continue
      seen++
      const line = lineOf(column)
      const known = line === undefined ? undefined : counts.get(line)
      if (known !== undefined) known.count++
      else if (line !== undefined)
        counts.set(line, { name: column.name, table: scene.writtenKey(nameText(name)), count: 1 })
    }
  }
  const found = [...counts].sort(([, a], [, b]) => b.count - a.count).slice(0, MOST)
  return found.map(([line, { name, table, count }]) => ({
    label: line,
    kind: CompletionItemKind.Snippet,
    detail: count === 1 ? `as in ${table}` : `as in ${count} tables`,
    rank: 1,
    filter: name,
  }))
}

/** A column by itself, on one line; one of an enum or an alias, or computed from others, is not to be said so shortly. */
function lineOf(column: Column): string | undefined {
  const types = Object.values(column.type)
  const isOwn = column.generated !== undefined || column.identity !== undefined
  if (isOwn || types.length > 1 || types.some(({ kind }) => kind === 'enum')) return undefined
  const line = writeColumnLine(column, '  ')
  return line.includes('\n') ? undefined : line
}
