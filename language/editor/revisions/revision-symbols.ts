import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import type { Element } from '../../generated/ast.ts'
import type { Parsed } from '../../parse.ts'
import { rangeBetween } from '../lsp-places.ts'

const LONGEST = 80

/** The outline of a `revision.mig`: its head with its message, and each step in the words of its first line. */
export function revisionSymbols(parsed: Parsed): DocumentSymbol[] {
  return (parsed.ast.elements ?? []).flatMap(element => symbolOf(element, parsed))
}

function symbolOf(element: Element, parsed: Parsed): DocumentSymbol[] {
  const { $cstNode: cst, $type } = element
  const isHead = $type === 'RevisionLine'
  if (cst === undefined || cst.end <= cst.offset || !(isHead || /Step(?:Node)?$/.test($type))) return []
  const line = /^[^\r\n]*/.exec(parsed.text.slice(cst.offset, cst.end))![0].trimEnd()
  const words = isHead ? headWords(element, line) : { name: clipped(line.replace(/\s*(?:\{|=\s*`.*)$/, '')) }
  return [
    {
      ...words,
      kind: isHead ? SymbolKind.Package : kindOf(line),
      range: rangeBetween(parsed, cst.offset, cst.end),
      selectionRange: rangeBetween(parsed, cst.offset, cst.offset + line.length),
    },
  ]
}

function headWords(element: Element, line: string): { name: string; detail?: string } {
  const { message, id } = element as { message?: string; id?: string }
  return message && id ? { name: message, detail: id } : { name: clipped(line) }
}

/** The kind of the object that a step makes, takes away or changes. */
const KINDS: Readonly<Record<string, SymbolKind>> = {
  schema: SymbolKind.Namespace,
  extension: SymbolKind.Module,
  enum: SymbolKind.Enum,
  table: SymbolKind.Class,
  view: SymbolKind.Class,
  column: SymbolKind.Field,
  constraint: SymbolKind.Key,
  index: SymbolKind.Array,
  trigger: SymbolKind.Event,
}

function kindOf(line: string): SymbolKind {
  const [verb, object = ''] = line.split(/\s+/, 2)
  return verb === 'sql' ? SymbolKind.Function : (KINDS[object] ?? SymbolKind.Operator)
}

function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
