import { type AstNode, AstUtils, type CstNode, isCompositeCstNode, isLeafCstNode } from 'langium'
import type { File, Sql } from '../generated/ast.ts'

/** What the formatter takes from the tree, by the offset of a token. */
export interface LineKinds {
  /** The kind of a line whose first words are put below each other. */
  readonly runs: ReadonlyMap<number, string>
  /** The brackets that follow a type's or a function's name without a blank. */
  readonly tight: ReadonlySet<number>
  /** Tokens of a text of Postgres, which stand close to the one before them where they were written so. */
  readonly asWritten: ReadonlySet<number>
}

/** Finds the lines that are aligned and the brackets that stand close. */
export function lineKinds(ast: File): LineKinds {
  const runs = new Map<number, string>()
  const tight = new Set<number>()
  const asWritten = new Set<number>()
  for (const element of ast.elements) visit(element, { runs, tight, asWritten })
  return { runs, tight, asWritten }
}

interface Found {
  readonly runs: Map<number, string>
  readonly tight: Set<number>
  readonly asWritten: Set<number>
}

const BODIES: ReadonlySet<string> = new Set([
  'ViewDeclaration',
  'TriggerDeclaration',
  'FunctionDeclaration',
  'ProcedureDeclaration',
  'RuleDeclaration',
])

function visit(node: AstNode, found: Found): void {
  const { runs, tight, asWritten } = found
  const cst = node.$cstNode
  if (cst === undefined) return
  const parent = node.$container?.$type
  if (node.$type === 'FieldDeclaration') runs.set(cst.offset, 'column')
  else if (node.$type === 'ColumnDeclaration' && (parent === 'TableDeclaration' || parent === 'MixinDeclaration'))
    runs.set(cst.offset, 'column')
  else if (node.$type === 'SqlSideNode') runs.set(cst.offset, 'side')
  else if (node.$type === 'Sql' && BODIES.has(parent ?? '')) bodyLines(node as Sql, runs)
  else if (node.$type === 'TypeSpelling' || node.$type === 'Value') openBrackets(cst, tight)
  else if (node.$type === 'TextGroup' || node.$type === 'TextWord') {
    const isHead = node.$containerProperty === 'arguments'
    if (isHead) openBrackets(cst, tight)
    for (const part of isCompositeCstNode(cst) ? cst.content : []) {
      if (!isHead || part.offset > cst.offset) asWritten.add(part.offset)
    }
  }
  for (const child of AstUtils.streamContents(node)) visit(child, found)
}

/** The lines of a body between braces start with the name of a database. */
function bodyLines(node: Sql, runs: Map<number, string>): void {
  const cst = node.$cstNode!
  if (!isCompositeCstNode(cst)) return
  for (const part of cst.content) if (isLeafCstNode(part) && /^\w+$/.test(part.text)) runs.set(part.offset, 'sql')
}

function openBrackets(cst: CstNode, tight: Set<number>): void {
  if (!isCompositeCstNode(cst)) return
  for (const part of cst.content) if (isLeafCstNode(part) && part.text === '(') tight.add(part.offset)
}
