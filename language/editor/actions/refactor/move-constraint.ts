import { quoteName } from '../../../../compiler/schema/name.ts'
import type { ColumnDeclaration, Member } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { nodeAt } from '../../node-at.ts'
import { addModifier } from '../text/column-parts.ts'
import { removeNode } from '../text/declarations.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'
import { asLine } from './as-line.ts'
import { REWRITE, type Refactor } from './refactoring.ts'

/** A key, a check or an index moves from its column to a line of its own, or back. */
export const moveConstraint: Refactor = (model, parsed, { start }) => {
  if (parsed.errors.length > 0) return []
  const node = nodeAt(parsed.ast, start)
  const modifier = up(node, 'CheckModifier', 'IndexModifier', 'PrimaryModifier', 'ReferenceModifier', 'UniqueModifier')
  if (modifier !== undefined) {
    const word = WORDS[modifier.$type]
    return [{ title: `Move ${word} to a line of its own`, kind: REWRITE, changes: asLine(model, parsed, modifier) }]
  }
  const line = up(node, 'CheckMember', 'IndexMember', 'PrimaryMember', 'ForeignMember', 'UniqueMember')
  const holder = up(line, 'TableDeclaration', 'MixinDeclaration')
  const inline = line && holder && inColumn(parsed, line, holder.members ?? [])
  if (line === undefined || inline === undefined) return []
  const { column, text } = inline
  const changes = [...removeNode(parsed, line), ...addModifier(parsed, column, text)]
  return [{ title: `Put it behind the column \`${column.name}\``, kind: REWRITE, changes }]
}

const WORDS = {
  CheckModifier: 'the check',
  IndexModifier: 'the index',
  PrimaryModifier: 'the primary key',
  ReferenceModifier: 'the foreign key',
  UniqueModifier: 'the unique key',
} as const

type Line = Extract<
  Member,
  { $type: 'CheckMember' | 'IndexMember' | 'PrimaryMember' | 'ForeignMember' | 'UniqueMember' }
>

/** What a line says as a modifier of its one column, where it can be said there. */
function inColumn(
  parsed: Parsed,
  line: Line,
  members: readonly Member[],
): { readonly column: ColumnDeclaration; readonly text: string } | undefined {
  if (line.was !== undefined || line.only !== undefined || parsed.docs.has(spanOf(line)?.start ?? -1)) return undefined
  if (line.$type === 'CheckMember') return checkInColumn(parsed, line, members)
  const names = line.$type === 'IndexMember' ? line.keys.map(({ column }) => column) : line.columns
  const column = members.find(member => member.$type === 'ColumnDeclaration' && member.name === names[0])
  if (names.length !== 1 || column?.$type !== 'ColumnDeclaration' || line.name !== undefined || isLimited(column))
    return undefined
  const text = modifierOf(parsed, line)
  return text === undefined ? undefined : { column, text }
}

/** A key or an index of one column that says nothing that a modifier cannot say. */
const PLAIN =
  /^(primary|unique|index)\s*\(\s*(?:\w+|"[^"]*")\s*\)(\s+on\s+conflict\s+(?:rollback|abort|fail|ignore|replace))?$/

function modifierOf(parsed: Parsed, line: Exclude<Line, { $type: 'CheckMember' }>): string | undefined {
  switch (line.$type) {
    case 'PrimaryMember':
    case 'UniqueMember':
    case 'IndexMember': {
      const span = spanOf(line)!
      const plain = PLAIN.exec(parsed.text.slice(span.start, span.end))
      return plain === null ? undefined : `${plain[1]}${plain[2] ?? ''}`
    }
    case 'ForeignMember': {
      const target = partOf(line, 'target')
      return target && `-> ${parsed.text.slice(target.start, spanOf(line)!.end)}`
    }
  }
}

/** A check with a name may stand behind any column; it goes behind the first one that it names. */
function checkInColumn(parsed: Parsed, line: Extract<Line, { $type: 'CheckMember' }>, members: readonly Member[]) {
  const sql = spanOf(line.sql)
  if (line.name === undefined || sql === undefined) return undefined
  const code = parsed.text.slice(sql.start, sql.end)
  const state = parsed.text.slice(sql.end, spanOf(line)!.end)
  const named = members.flatMap(member => {
    const at =
      member.$type === 'ColumnDeclaration' ? code.search(new RegExp(`\\b${member.name.replace(/\W/g, '.')}\\b`)) : -1
    return at < 0 || member.$type !== 'ColumnDeclaration' ? [] : [{ at, member }]
  })
  const column = named.sort((a, b) => a.at - b.at)[0]?.member
  if (column === undefined || isLimited(column)) return undefined
  return { column, text: `check ${quoteName(line.name)} ${code}${state}` }
}

function isLimited({ modifiers }: ColumnDeclaration): boolean {
  return modifiers.some(({ $type }) => $type === 'OnlyModifier')
}
