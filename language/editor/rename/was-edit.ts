import type { AstNode } from 'langium'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { ColumnDeclaration } from '../../generated/ast.ts'
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
  if (!TAKES_WAS.has(node.$type)) return undefined
  const [from, to] = tokens.of(node)
  const body = HAS_BODY.has(node.$type) ? tokens.find(from + 1, to, '{', '=') : to
  if (body - 1 < from) return undefined
  const { end } = tokens.range(body - 1)
  if (!('was' in node) || typeof node.was !== 'string') return { end }
  for (let at = tokens.find(from + 1, body, 'was'); at < body; at = tokens.find(at + 1, body, 'was')) {
    const name = tokens.name(at + 1, QUALIFIED.has(node.$type) ? body : Math.min(at + 2, body))
    if (name !== undefined && written(name, node.$type, tokens) === node.was)
      return { was: { from: at, to: name.next }, end }
  }
  return { end }
}

/** A name as the tree has it. */
function written({ schema, name }: NamePlace, type: string, tokens: NameTokens): string {
  const last = tokens.value(name)
  if (!QUALIFIED.has(type)) return last
  return nameText(schema === undefined ? { name: last } : { schema: tokens.value(schema), name: last })
}

const QUALIFIED: ReadonlySet<string> = new Set(['TableDeclaration', 'EnumDeclaration', 'ViewDeclaration'])

const HAS_BODY: ReadonlySet<string> = new Set([...QUALIFIED, 'TriggerDeclaration'])

const TAKES_WAS: ReadonlySet<string> = new Set([
  ...HAS_BODY,
  'SchemaDeclaration',
  'EnumValueEntry',
  'PrimaryMember',
  'UniqueMember',
  'ForeignMember',
  'CheckMember',
  'IndexMember',
])
