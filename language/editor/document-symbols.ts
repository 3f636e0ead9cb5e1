import type { AstNode } from 'langium'
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import { quoteName } from '../../compiler/schema/name.ts'
import type { ColumnDeclaration, DomainDeclaration, Element, IndexMember, TableDeclaration } from '../generated/ast.ts'
import type { Parsed } from '../parse.ts'
import { declaredName } from './declared-name.ts'
import { rangeBetween } from './lsp-places.ts'
import { membersOf, symbolFacts } from './symbol-facts.ts'

/** The declarations of a file with what they hold, and the steps of a revision, as an outline. */
export function documentSymbols(parsed: Parsed): DocumentSymbol[] {
  return (parsed.ast.elements ?? []).flatMap(element => symbolOf(element, parsed))
}

function symbolOf(node: AstNode, parsed: Parsed): DocumentSymbol[] {
  const cst = node.$cstNode
  const facts = symbolFacts(node) ?? stepFacts(node)
  if (cst === undefined || facts === undefined || !(cst.end > cst.offset)) return []
  const name = declaredName(parsed, node)
  const label = name === undefined ? firstLine(parsed.text.slice(cst.offset, cst.end)) : nameIn(node)
  if (label === '') return []
  const { start, end } = name ?? { start: cst.offset, end: lineEnd(parsed.text, cst.offset, cst.end) }
  const children = membersOf(node).flatMap(member => symbolOf(member, parsed))
  return [
    {
      name: label,
      ...detail(node, name === undefined, parsed),
      kind: facts.kind,
      range: rangeBetween(parsed, cst.offset, Math.max(cst.end, end)),
      selectionRange: rangeBetween(parsed, start, end),
      ...(children.length > 0 && { children }),
    },
  ]
}

function stepFacts({ $type }: AstNode): { kind: SymbolKind } | undefined {
  if ($type === 'RevisionLine') return { kind: SymbolKind.Package }
  return /Step(?:Node)?$/.test($type) ? { kind: SymbolKind.Operator } : undefined
}

function nameIn(node: AstNode): string {
  return 'name' in node && typeof node.name === 'string' ? node.name : ''
}

/** The type of a column, the columns of a named key, the table of a trigger, the values that `was` something else. */
function detail(node: AstNode, isNameless: boolean, parsed: Parsed): { detail?: string } {
  const text = detailText(node as Element | ColumnDeclaration, parsed)
  return isNameless || text === undefined || text === '' ? {} : { detail: text }
}

function detailText(node: AstNode, { text }: Parsed): string | undefined {
  switch (node.$type) {
    case 'ColumnDeclaration':
    case 'FieldDeclaration':
      return typesText(node as ColumnDeclaration, text)
    case 'TypeDeclaration':
      return after('=', node, text)
    case 'PrimaryMember':
    case 'UniqueMember':
    case 'ForeignMember':
    case 'CheckMember':
      return [symbolFacts(node)!.what, ...columnsText(node)].join(' ')
    case 'IndexMember':
      return `index (${firstLine(between((node as IndexMember).keys ?? [], text))})`
    case 'FunctionDeclaration':
    case 'ProcedureDeclaration':
    case 'AggregateDeclaration':
      return argumentsText(node, text)
    case 'PolicyDeclaration':
    case 'RuleDeclaration':
    case 'TriggerDeclaration':
      return 'table' in node && typeof node.table === 'string' ? `on ${node.table}` : symbolFacts(node)?.what
    case 'DomainDeclaration':
    case 'RangeDeclaration':
      return `${symbolFacts(node)!.what} ${typesText(node as DomainDeclaration, text)}`
    case 'TableDeclaration':
      return tableText(node as TableDeclaration)
    case 'ProjectDeclaration':
      return undefined
    default:
      return symbolFacts(node)?.kind === SymbolKind.EnumMember ? undefined : symbolFacts(node)?.what
  }
}

/** The word of a function with its arguments: overloads are told by them. */
function argumentsText(node: AstNode, text: string): string {
  const group = 'arguments' in node ? (node.arguments as AstNode | undefined) : undefined
  const { offset = 0, end = 0 } = group?.$cstNode ?? {}
  return `${symbolFacts(node)!.what} ${firstLine(text.slice(offset, end))}`.trim()
}

/** What a table is, with the tables that its columns come from. */
function tableText(node: TableDeclaration): string {
  const from = node.parent === undefined ? (node.inherits ?? []).join(', ') : node.parent
  const how = node.parent === undefined ? 'inherits' : 'of'
  return [symbolFacts(node)!.what, ...(from === '' ? [] : [how, from])].join(' ')
}

function typesText({ types, $cstNode }: Pick<ColumnDeclaration, 'types' | '$cstNode'>, text: string): string {
  return $cstNode === undefined ? '' : firstLine(between(types ?? [], text))
}

/** The text from the first of some nodes to the last. */
function between(nodes: readonly AstNode[], text: string): string {
  const first = nodes[0]?.$cstNode
  const last = nodes.at(-1)?.$cstNode
  return first === undefined || last === undefined ? '' : text.slice(first.offset, last.end)
}

function columnsText(node: AstNode): readonly string[] {
  const columns = 'columns' in node ? (node.columns as readonly string[] | undefined) : undefined
  return columns === undefined || columns.length === 0 ? [] : [`(${columns.map(quoteName).join(', ')})`]
}

function after(sign: string, { $cstNode }: AstNode, text: string): string {
  const all = text.slice($cstNode!.offset, $cstNode!.end)
  return firstLine(all.slice(all.indexOf(sign) + 1))
}

function firstLine(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.trim())?.[0] ?? '').replace(/\s*(?:\{|=\s*`.*)?$/, '')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

function lineEnd(text: string, start: number, end: number): number {
  const at = text.slice(start, end).search(/\r?\n/)
  return at < 0 ? end : start + at
}
