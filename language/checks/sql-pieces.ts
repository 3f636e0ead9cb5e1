import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import type { Sql } from '../generated/ast.ts'
import { placeOfProperty } from '../straight/place-of.ts'
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
    const place = placeOfProperty(node, part, 0) ?? node.$cstNode
    if (place === undefined) return { parsed, offset: 0, length: 0 }
    const source = parsed.text.slice(place.offset, place.end)
    const from = placeInSql(source, start)
    return { parsed, offset: place.offset + from, length: placeInSql(source, end) - from }
  }
  return { text, dialects, placeOf }
}
