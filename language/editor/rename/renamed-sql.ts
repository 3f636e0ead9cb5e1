import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { type QName, withName } from '../../../compiler/schema/name.ts'
import { columnEdits } from '../../../compiler/sql/column-edits.ts'
import { type Edit, inPlaceOf } from '../../../compiler/sql/edits.ts'
import { mentions } from '../../../compiler/sql/mentions.ts'
import { renameMade } from '../../../compiler/sql/object/names-in-object.ts'
import { renameNamed } from '../../../compiler/sql/object/rename-named.ts'
import { outputColumns } from '../../../compiler/sql/output-columns.ts'
import type { Reading } from '../../../compiler/sql/read-statement.ts'
import { relationEdits } from '../../../compiler/sql/relation-edits.ts'
import type { ColumnsOf } from '../../../compiler/sql/resolve.ts'
import { meansName } from '../../../compiler/sql/same-relation.ts'
import { readName } from '../../literals/name-literal.ts'
import type { Parsed } from '../../parse.ts'
import { type KnownNames, type KnownRelation, knownNames } from '../occurrences/known-names.ts'
import { readNames } from '../occurrences/read-names.ts'
import type { SqlPiece } from '../occurrences/sql-piece.ts'
import { columnsIn, MIXIN_ROWS, readPiece, readWithMarks } from '../occurrences/sql-reading.ts'
import type { ProjectModel } from '../project-model.ts'
import { EditedText } from './edited-text.ts'
import type { FileEdit } from './file-edit.ts'
import { type Refusal, refuse } from './refusal.ts'

interface Piece extends SqlPiece {
  readonly parsed: Parsed
  readonly edited: EditedText
}

/** The SQL of a project while names in it are changed, with the very edits that the compiler makes when it runs a rename. */
export class RenamedSql {
  private readonly names: KnownNames
  private readonly isForSqlite: boolean
  private readonly pieces: readonly Piece[]
  /** The columns that have new names already, by the keys of their tables and views. */
  private readonly done = new Map<string, ReadonlyMap<string, string>>()

  constructor(model: ProjectModel) {
    this.names = knownNames(model)
    this.isForSqlite = model.loaded.project.targets.some(({ dialect }) => dialect === 'sqlite')
    this.pieces = model.loaded.files.flatMap(({ parsed }) =>
      readNames(model, parsed).sql.map(piece => ({ ...piece, parsed, edited: new EditedText(piece.text) })),
    )
  }

  get edits(): readonly FileEdit[] {
    return this.pieces.flatMap(({ parsed, edited, placeOf, endOf, lead = 0 }) =>
      edited.edits
        .filter(({ start }) => start >= lead)
        .map(({ start, end, text }) => ({
          parsed,
          start: start === end ? endOf(start) : placeOf(start),
          end: endOf(end),
          text: text.replaceAll('`', '``'),
        })),
    )
  }

  /** Renames a table or a view. */
  relation(from: KnownRelation, to: string): Refusal | undefined {
    for (const piece of this.pieces) {
      if (!mentions(piece.edited.text, from.name.name)) continue
      const reading = readWithMarks({ ...piece, text: piece.edited.text }, this.names)
      const edits = relationEdits(reading, from.mark, { name: to }, this.columnsOf(piece))
      const types = reading.types.filter(path => this.isType(path, reading, piece, from))
      const tokens = types.map(path => reading.code.tokens[path.at(-1)!]!)
      piece.edited.apply([
        ...edits,
        ...tokens.map(token => ({ start: token.start, end: token.end, text: inPlaceOf(token, to) })),
      ])
      const read = reading.relations.filter(({ source }) => source.relation?.name === from.mark.name).length
      const before = this.timesRead(piece.text, to, piece)
      if (this.timesRead(piece.edited.text, to, piece) < before + read) return captured(from, to)
    }
    return undefined
  }

  /** Renames an `object`: what its own texts make and drop, and what other SQL calls by its name. */
  object(key: string, to: string): void {
    const from = readName(key)
    for (const { subject, edited } of this.pieces) {
      const { text } = edited
      if (!mentions(text, from.name)) continue
      const isOwn = subject.what === 'body' && subject.object === key
      const name = withName(from, to)
      edited.apply(changeIn(text, isOwn ? renameMade(text, from, name) : renameNamed(text, from, name)))
    }
  }

  /** Whether a type is that of a table's rows. A bare name means the type of the database where there is one. */
  private isType(path: readonly number[], { code }: Reading, { dialect }: Piece, from: KnownRelation): boolean {
    const { value: name } = code.tokens[path.at(-1)!]!
    if (path.length === 1) return !BUILTIN_TYPES.has(name) && this.names.relation({ name }, dialect)?.key === from.key
    return this.names.relation({ schema: code.tokens[path.at(-2)!]!.value, name }, dialect)?.key === from.key
  }

  /** Renames a column of a table or view, and what views that pass it on call it. */
  column(relation: KnownRelation, from: string, to: string): void {
    const lost: KnownRelation[] = []
    for (const piece of this.pieces) {
      const before = piece.edited.text
      if (!mentions(before, from)) continue
      this.editColumn(piece, relation.mark, from, to)
      const { subject } = piece
      const view = subject.what === 'view' ? this.names.view(subject.key) : undefined
      if (view !== undefined && losesOutput(before, piece.edited.text, from, to, view.node.columnNames)) lost.push(view)
    }
    this.done.set(relation.key, new Map(this.done.get(relation.key)).set(from, to))
    for (const view of new Set(lost)) if (!this.done.get(view.key)?.has(from)) this.column(view, from, to)
  }

  /** Renames a column that mixins have, or that they use as one of the tables that include them. */
  mixinColumn(key: string, from: string, to: string): void {
    for (const piece of this.pieces) {
      const { subject } = piece
      if (!('owner' in subject) || subject.owner.$type !== 'MixinDeclaration') continue
      const isUsed =
        mentions(piece.edited.text, from) && this.names.home(subject.owner, subject.context, from)?.key === key
      if (isUsed) this.editColumn(piece, MIXIN_ROWS, from, to)
    }
  }

  private editColumn(piece: Piece, table: QName, from: string, to: string): void {
    const reading = readWithMarks({ ...piece, text: piece.edited.text }, this.names)
    piece.edited.apply(columnEdits(reading, { table, from, to, columnsOf: this.columnsOf(piece) }))
  }

  /** How often a statement reads a table or view of a name; SQLite means the WITH query of the name in more places. */
  private timesRead(text: string, name: string, { dialect, subject }: Piece): number {
    const isSqlite = dialect === 'sqlite' || (dialect === 'all' && this.isForSqlite)
    const read = readPiece({ text, dialect, subject }).relations.filter(
      ({ source, maybe }) =>
        source.relation !== undefined && !(maybe && isSqlite) && meansName(source.relation.name, name),
    )
    return read.length
  }

  private columnsOf(piece: Piece): ColumnsOf {
    const columns = columnsIn(piece, this.names)
    return relation => {
      const found = this.names.ofMark(relation) ?? this.names.relation(relation, piece.dialect)
      const renamed = found && this.done.get(found.key)
      const known = columns(relation)
      return renamed === undefined ? known : known?.map(name => renamed.get(name) ?? name)
    }
  }
}

/** The stretch in which a text is another one now. */
function changeIn(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return [{ start, end: before.length - same, text: after.slice(start, after.length - same) }]
}

function captured(from: KnownRelation, to: string): Refusal {
  return refuse(`A query that reads \`${from.name.name}\` has a WITH query \`${to}\` already.`)
}

function losesOutput(before: string, after: string, from: string, to: string, given?: readonly string[]): boolean {
  if (before === after) return false
  const old = outputColumns(before, given)
  const now = outputColumns(after, given)
  return old !== undefined && now !== undefined && old.some((name, at) => name === from && now[at] === to)
}
