import { quoteName } from '../../../../compiler/schema/name.ts'
import type { ColumnDeclaration } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { nodeAt } from '../../node-at.ts'
import { replace } from '../text/change.ts'
import { addAbove } from '../text/declarations.ts'
import { freeName } from '../text/free-name.ts'
import { lineEnd, lineStart } from '../text/lines.ts'
import { spanOf, up } from '../text/nodes.ts'
import { EXTRACT, type Refactor, type Selection } from './refactoring.ts'

/** Puts the selected columns of a table into a mixin, and includes it in their place. */
export const extractMixin: Refactor = (model, parsed, range) => {
  if (range.start === range.end || parsed.errors.length > 0) return []
  const table = up(nodeAt(parsed.ast, range.start), 'TableDeclaration')
  const members = table?.members ?? []
  const touched = members.filter(member => touches(parsed, member, range))
  const columns = touched.filter(member => member.$type === 'ColumnDeclaration')
  const first = spanOf(columns[0])
  const last = spanOf(columns.at(-1))
  if (table === undefined || first === undefined || last === undefined || columns.length < touched.length) return []
  const start = documentationStart(parsed.text, first.start)
  const end = contentEnd(parsed.text, last.end)
  if (lineEnd(parsed.text, spanOf(table)!.start) > start || parsed.text.slice(last.end, end).includes('}')) return []
  const taken = new Set(model.subject.declarations.map(({ node }) => ('name' in node ? node.name : undefined)))
  const wanted = nameFor(columns, table.name ?? 'table')
  const name = quoteName(taken.has(wanted) ? freeName(wanted, one => taken.has(one)) : wanted)
  const lines = parsed.text.slice(start, end).replaceAll('\r', '')
  const changes = [
    ...addAbove(parsed, table, `mixin ${name} {\n${lines}\n}`),
    replace(parsed, start, end, `  include ${name}`),
  ]
  return [
    {
      title: `Extract ${columns.length === 1 ? 'the column' : `${columns.length} columns`} into the mixin \`${name}\``,
      kind: EXTRACT,
      changes,
    },
  ]
}

function touches(parsed: Parsed, node: Parameters<typeof spanOf>[0], { start, end }: Selection): boolean {
  const span = spanOf(node)
  if (span === undefined) return false
  return lineStart(parsed.text, span.start) < end && span.end > start
}

function documentationStart(text: string, at: number): number {
  let start = lineStart(text, at)
  while (start > 0 && /^\s*\/\//.test(text.slice(lineStart(text, start - 1), start))) start = lineStart(text, start - 1)
  return start
}

function contentEnd(text: string, at: number): number {
  const end = lineEnd(text, at)
  return text[end - 1] === '\r' ? end - 1 : end
}

function nameFor(columns: readonly ColumnDeclaration[], table: string): string {
  if (columns.every(({ name }) => name.endsWith('_at') || name.endsWith('_on'))) return 'timestamps'
  const [first] = columns
  const prefix = /^[a-z]+_/.exec(first!.name)?.[0]
  if (columns.length > 1 && prefix !== undefined && columns.every(({ name }) => name.startsWith(prefix)))
    return prefix.slice(0, -1)
  return `${table.split('.').at(-1)!.replaceAll('"', '')}_columns`
}
