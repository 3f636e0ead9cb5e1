import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import type { MixinDeclaration, Sql, TableDeclaration } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import type { ColumnHome } from './column-homes.ts'
import type { NameTokens } from './name-tokens.ts'
import { sqlPlaces } from './sql-places.ts'

/** What SQL in backticks is: an expression over the rows of a table or mixin, a statement of a view or a trigger, a body. */
export type SqlSubject =
  | {
      readonly what: 'expression' | 'default' | 'hint'
      readonly owner: TableDeclaration | MixinDeclaration
      readonly context: Context
      /** The column in whose line it stands. */
      readonly column?: ColumnHome
    }
  | { readonly what: 'view'; readonly key: string }
  | { readonly what: 'trigger'; readonly table: QName }
  /** An expression over the rows of a materialized view. */
  | { readonly what: 'over'; readonly relation: QName }
  /** The body of a function, or an expression over no rows. */
  | {
      readonly what: 'body'
      /** The `object` that it makes or drops. */
      readonly object?: string
    }

/** The SQL between two backticks of a file. */
export interface SqlPiece {
  readonly text: string
  readonly dialect: DialectName | 'all'
  /** Where a letter of the text begins in the file. */
  readonly placeOf: (offset: number) => number
  /** Where the letter before an offset of the text ends in the file. */
  readonly endOf: (offset: number) => number
  readonly subject: SqlSubject
  /** How much of the text is not in the file: it stands there so that the rest is read as what it is. */
  readonly lead?: number
}

/** The pieces of a node, one for each pair of backticks. */
export function sqlPiecesOf(node: Sql | undefined, tokens: NameTokens, subject: SqlSubject): readonly SqlPiece[] {
  if (node === undefined) return []
  const [from, to] = tokens.of(node)
  const pieces: SqlPiece[] = []
  for (let at = from; at < to; at++) {
    const source = tokens.text(at)
    if (!source.startsWith('`')) continue
    const { start } = tokens.range(at)
    const tag = at > from ? tokens.text(at - 1) : ''
    const { text, places } = sqlPlaces(source)
    const placeOf = (offset: number) => start + (places[offset] ?? source.length)
    const endOf = (offset: number) =>
      offset === 0 ? placeOf(0) : placeOf(offset - 1) + (text[offset - 1] === '`' ? 2 : 1)
    pieces.push({ text, dialect: tag === 'postgres' || tag === 'sqlite' ? tag : 'all', placeOf, endOf, subject })
  }
  return pieces
}
