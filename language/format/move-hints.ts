import { type AstNode, type CstNode, CstUtils, isCompositeCstNode, isLeafCstNode } from 'langium'
import type { ColumnDeclaration, Element, Modifier } from '../generated/ast.ts'
import type { Parsed } from '../parse.ts'

interface Piece {
  readonly start: number
  readonly end: number
  readonly isHint: boolean
}

const HINTS: ReadonlySet<Modifier['$type']> = new Set([
  'WasModifier',
  'BackfillModifier',
  'ConvertModifier',
  'RevertModifier',
])

/** The text with `was`, `backfill`, `convert` and `revert` behind everything else that their lines say. */
export function moveHints({ text, ast }: Parsed): string {
  const lines = ast.elements.flatMap(element => [...hintLines(element)])
  let result = ''
  let done = 0
  for (const pieces of lines) {
    const sorted = [...pieces.filter(piece => !piece.isHint), ...pieces.filter(piece => piece.isHint)]
    if (sorted.every((piece, at) => piece === pieces[at]) || !isOneLine(pieces, text)) continue
    result += text.slice(done, pieces[0]!.start) + sorted.map(piece => text.slice(piece.start, piece.end)).join(' ')
    done = pieces.at(-1)!.end
  }
  return result + text.slice(done)
}

/** Whether nothing but blanks stands between the pieces: a comment there may belong to what it stands beside. */
function isOneLine(pieces: readonly Piece[], text: string): boolean {
  return pieces.every((piece, at) => at === 0 || /^[ \t]*$/.test(text.slice(pieces[at - 1]!.end, piece.start)))
}

/** For each line of a declaration that can hold hints, its options in their order. */
function* hintLines(element: Element): Iterable<readonly Piece[]> {
  switch (element.$type) {
    case 'TableDeclaration':
      yield options(element)
      for (const member of element.members)
        yield member.$type === 'ColumnDeclaration' ? modifiers(member) : options(member)
      break
    case 'MixinDeclaration':
      for (const member of element.members)
        yield member.$type === 'ColumnDeclaration' ? modifiers(member) : options(member)
      break
    case 'CompositeDeclaration':
      yield options(element)
      for (const field of element.fields) yield options(field)
      break
    case 'EnumDeclaration':
    case 'SchemaDeclaration':
    case 'ViewDeclaration':
    case 'TriggerDeclaration':
    case 'FunctionDeclaration':
    case 'ProcedureDeclaration':
    case 'AggregateDeclaration':
    case 'SequenceDeclaration':
    case 'DomainDeclaration':
    case 'RangeDeclaration':
    case 'MaterializedViewDeclaration':
    case 'PolicyDeclaration':
    case 'RuleDeclaration':
    case 'OtherDeclaration':
      yield options(element)
      break
    default:
      break
  }
}

function modifiers(column: ColumnDeclaration): readonly Piece[] {
  return column.modifiers.map(modifier => {
    const { offset, end } = modifier.$cstNode!
    return { start: offset, end, isHint: HINTS.has(modifier.$type) }
  })
}

/** What follows `was` up to the body, with the `was` before it. */
function options(node: AstNode): readonly Piece[] {
  const cst = node.$cstNode
  if (!('was' in node) || cst === undefined || !isCompositeCstNode(cst)) return []
  const parts = cst.content
  const was = parts.findIndex(part => isLeafCstNode(part) && part.text === 'was' && isKeyword(part))
  if (was < 0) return []
  const body = parts.findIndex(
    (part, at) => at > was && isLeafCstNode(part) && (part.text === '{' || part.text === '='),
  )
  const rest = parts.slice(was + 2, body < 0 ? undefined : body)
  if (rest.length === 0) return []
  const hint = { start: parts[was]!.offset, end: parts[was + 1]!.end, isHint: true }
  return [hint, { start: rest[0]!.offset, end: rest.at(-1)!.end, isHint: false }]
}

function isKeyword(leaf: CstNode): boolean {
  return CstUtils.isCommentNode(leaf, []) ? false : leaf.grammarSource?.$type === 'Keyword'
}
