import type { AstNode } from 'langium'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { ColumnDeclaration, ObjectDeclaration } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import type { Parsed } from '../../parse.ts'
import { type NamePlace, type NameTokens, nameTokens } from '../occurrences/name-tokens.ts'
import type { FileEdit } from './file-edit.ts'

/**
 * The edit that makes the line of a declaration say `was old`, behind all that is no hint, as the formatter has it. Without
 * an old name it takes a `was` away.
 */
export function wasEdit(parsed: Parsed, node: AstNode, old: string | undefined): FileEdit | undefined {
  const tokens = nameTokens(parsed)
  const line =
    node.$type === 'ColumnDeclaration' ? columnLine(node as ColumnDeclaration, tokens) : optionLine(node, tokens)
  if (line === undefined) return undefined
  const { was, end } = line
  if (was !== undefined && old === undefined) {
    const start = tokens.range(was.from - 1).end
    return { parsed, start, end: tokens.range(was.to - 1).end, text: '' }
  }
  if (was !== undefined) {
    const { start } = tokens.range(was.from + 1)
    return { parsed, start, end: tokens.range(was.to - 1).end, text: old! }
  }
  return old === undefined ? undefined : { parsed, start: end, end, text: ` was ${old}` }
}

/** The text of an old name after `was`. */
export function oldName(key: string, isKey: boolean, defaultSchema: string): string {
  if (!isKey) return quoteName(key)
  const { schema, name } = readName(key)
  return schema === undefined || schema === defaultSchema ? quoteName(name) : key
}

interface Line {
  /** The tokens of `was` and the name after it. */
  readonly was?: { readonly from: number; readonly to: number }
  /** Where a `was` goes when there is none. */
  readonly end: number
}

const HINTS: ReadonlySet<string> = new Set(['WasModifier', 'BackfillModifier', 'ConvertModifier', 'RevertModifier'])

function columnLine(node: ColumnDeclaration, tokens: NameTokens): Line | undefined {
  const modifiers = node.modifiers ?? []
  const was = modifiers.find(modifier => modifier.$type === 'WasModifier')
  const last = modifiers.findLast(modifier => !HINTS.has(modifier.$type)) ?? node.types?.at(-1)
  const end = last?.$cstNode?.end
  if (end === undefined) return undefined
  if (was === undefined) return { end }
  const [from, to] = tokens.of(was)
  return { was: { from, to }, end }
}

/** What stands between the name of a declaration and its body; a line without a body goes to its end. */
function optionLine(node: AstNode, tokens: NameTokens): Line | undefined {
  const head = HEADS[node.$type]
  if (head === undefined) return undefined
  const [from, to] = tokens.of(node)
  const body = endOfHead(head, from, to, tokens)
  if (body - 1 < from) return undefined
  const { end } = tokens.range(body - 1)
  if (!('was' in node) || typeof node.was !== 'string') return { end }
  for (let at = tokens.find(from + 1, body, 'was'); at < body; at = tokens.find(at + 1, body, 'was')) {
    const name = tokens.name(at + 1, head.isQualified ? body : Math.min(at + 2, body))
    if (name !== undefined && written(name, head, tokens) === node.was) return { was: { from: at, to: name.next }, end }
  }
  return { end }
}

/** Where the body begins; what stands in brackets before it belongs to the head. */
function endOfHead({ body }: Head, from: number, to: number, tokens: NameTokens): number {
  if (body.length === 0) return to
  let depth = 0
  for (let at = from + 1; at < to; at++) {
    const text = tokens.text(at)
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (depth === 0 && body.includes(text) && !tokens.text(at - 1).startsWith(':')) {
      if (text === '{' || isBodyOpen(at, tokens)) return at
    }
  }
  return to
}

/** `set search_path = public` is an option; SQL follows the sign of a body. */
function isBodyOpen(at: number, tokens: NameTokens): boolean {
  const next = tokens.text(at + 1)
  return next.startsWith('`') || next === 'postgres' || next === 'sqlite'
}

/** A name as the tree has it. */
function written({ schema, name }: NamePlace, { isQualified }: Head, tokens: NameTokens): string {
  const last = tokens.value(name)
  if (!isQualified) return last
  return nameText(schema === undefined ? { name: last } : { schema: tokens.value(schema), name: last })
}

/** How a declaration takes its `was`: whether its name can have a schema, and the words that its body begins with. */
interface Head {
  readonly isQualified: boolean
  readonly body: readonly string[]
}

const BRACES: readonly string[] = ['{', '=']

const OBJECTS: { readonly [T in ObjectDeclaration['$type']]: Head } = {
  FunctionDeclaration: { isQualified: true, body: BRACES },
  ProcedureDeclaration: { isQualified: true, body: BRACES },
  AggregateDeclaration: { isQualified: true, body: [] },
  SequenceDeclaration: { isQualified: true, body: [] },
  DomainDeclaration: { isQualified: true, body: [] },
  CompositeDeclaration: { isQualified: true, body: ['{'] },
  RangeDeclaration: { isQualified: true, body: [] },
  MaterializedViewDeclaration: { isQualified: true, body: BRACES },
  PolicyDeclaration: { isQualified: false, body: [] },
  RuleDeclaration: { isQualified: false, body: BRACES },
  GrantDeclaration: { isQualified: false, body: [] },
  OtherDeclaration: { isQualified: true, body: ['{'] },
}

const HEADS: Readonly<Record<string, Head>> = {
  ...OBJECTS,
  TableDeclaration: { isQualified: true, body: BRACES },
  EnumDeclaration: { isQualified: true, body: BRACES },
  ViewDeclaration: { isQualified: true, body: BRACES },
  TriggerDeclaration: { isQualified: false, body: BRACES },
  SchemaDeclaration: { isQualified: false, body: [] },
  EnumValueEntry: { isQualified: false, body: [] },
  FieldDeclaration: { isQualified: false, body: [] },
  PrimaryMember: { isQualified: false, body: [] },
  UniqueMember: { isQualified: false, body: [] },
  ForeignMember: { isQualified: false, body: [] },
  CheckMember: { isQualified: false, body: [] },
  IndexMember: { isQualified: false, body: [] },
}
