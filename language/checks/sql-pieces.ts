import { GrammarUtils } from 'langium'
import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import type { Sql } from '../generated/ast.ts'
import type { CheckReport, TextPart } from './check-report.ts'
import { placeInSql } from './place-in-sql.ts'

/** The text between two backticks, and the targets that read it. */
export interface SqlPiece {
  readonly text: string
  readonly dialects: readonly DialectName[]
  /** Where a stretch of the text stands in its file. */
  readonly placeOf: (start: number, end: number) => TextPart
}

/** The texts that the targets read, the one for every database first. */
export function sqlPieces(
  node: Sql | undefined,
  targets: readonly DialectName[],
  report: CheckReport,
): readonly SqlPiece[] {
  if (node === undefined) return []
  const has = (dialect: DialectName) => (node[dialect]?.length ?? 0) > 0
  const pieces = [
    piece(
      node,
      'all',
      targets.filter(target => !has(target)),
      report,
    ),
    ...DIALECTS.map(dialect =>
      piece(
        node,
        dialect,
        targets.filter(target => target === dialect),
        report,
      ),
    ),
  ]
  return pieces.filter(found => found !== undefined)
}

/** The targets for which a text says nothing. */
export function unspoken(node: Sql | undefined, targets: readonly DialectName[]): readonly DialectName[] {
  if ((node?.all?.length ?? 0) > 0) return []
  return targets.filter(target => (node?.[target]?.length ?? 0) === 0)
}

function piece(
  node: Sql,
  part: DialectName | 'all',
  dialects: readonly DialectName[],
  report: CheckReport,
): SqlPiece | undefined {
  const text = node[part]?.[0]
  if (text === undefined || dialects.length === 0) return undefined
  const placeOf = (start: number, end: number): TextPart => {
    const parsed = report.fileOf(node)
    const cst = GrammarUtils.findNodeForProperty(node.$cstNode, part, 0) ?? node.$cstNode
    if (cst === undefined) return { parsed, offset: 0, length: 0 }
    const from = placeInSql(cst.text, start)
    return { parsed, offset: cst.offset + from, length: placeInSql(cst.text, end) - from }
  }
  return { text, dialects, placeOf }
}
