import { type AstNode, GrammarUtils } from 'langium'
import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import type { Parsed } from '../../../parse.ts'
import { type Change, insert, replace } from './change.ts'
import { addModifier } from './column-parts.ts'
import { spanOf, up, wordOf } from './nodes.ts'

/** What may have braces behind its `=`. */
const BEFORE_EQUALS: ReadonlySet<string> = new Set([
  'ViewDeclaration',
  'MaterializedViewDeclaration',
  'DomainDeclaration',
  'RangeDeclaration',
])

/** Limits what a node stands on to one database: its line, or where that cannot be limited, its column. */
export function limitTo(parsed: Parsed, node: AstNode, dialect: DialectName): readonly Change[] {
  const line = up(
    node,
    'ColumnDeclaration',
    'PrimaryMember',
    'UniqueMember',
    'ForeignMember',
    'CheckMember',
    'IndexMember',
    'TableDeclaration',
    'EnumDeclaration',
    'ViewDeclaration',
    'TriggerDeclaration',
    'SchemaDeclaration',
    'ExtensionDeclaration',
    'OtherDeclaration',
    'ExcludeMember',
    'RowSecurityMember',
    'FunctionDeclaration',
    'ProcedureDeclaration',
    'AggregateDeclaration',
    'SequenceDeclaration',
    'DomainDeclaration',
    'CompositeDeclaration',
    'RangeDeclaration',
    'MaterializedViewDeclaration',
    'PolicyDeclaration',
    'RuleDeclaration',
    'GrantDeclaration',
  )
  if (line === undefined) return []
  const only = `only ${dialect}`
  if (line.$type === 'ColumnDeclaration')
    return line.modifiers.some(({ $type }) => $type === 'OnlyModifier') ? [] : addModifier(parsed, line, only)
  if (line.$type === 'OtherDeclaration' && line.only !== undefined) {
    const there = GrammarUtils.findNodeForProperty(line.$cstNode, 'only')
    return there === undefined ? [] : [replace(parsed, there.offset, there.end, dialect)]
  }
  if (line.only !== undefined) return []
  const equals = BEFORE_EQUALS.has(line.$type) ? wordOf(line, '=') : undefined
  const body =
    equals ??
    wordOf(line, '{') ??
    ('sql' in line && up(line, 'CheckMember') === undefined ? wordOf(line, '=') : undefined)
  const at = body === undefined ? spanOf(line)?.end : parsed.text.slice(0, body.start).trimEnd().length
  return at === undefined ? [] : [insert(parsed, at, ` ${only}`)]
}
