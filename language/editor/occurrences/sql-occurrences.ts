import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { type QName, quoteName, sameName } from '../../../compiler/schema/name.ts'
import { hasWords, isName } from '../../../compiler/sql/code.ts'
import { defaultTexts } from '../../../compiler/sql/default-texts.ts'
import { castLiterals, literalsBeside } from '../../../compiler/sql/literals.ts'
import { foldName } from '../../../compiler/sql/name-text.ts'
import { madeMentions } from '../../../compiler/sql/object/names-in-object.ts'
import { namedIn } from '../../../compiler/sql/object/rename-named.ts'
import { qualifiersIn } from '../../../compiler/sql/qualifiers.ts'
import type { Reading } from '../../../compiler/sql/read-statement.ts'
import { namesRelation, readNameText } from '../../../compiler/sql/rename-object.ts'
import { Resolver } from '../../../compiler/sql/resolve.ts'
import type { ColumnMention } from '../../../compiler/sql/scope.ts'
import { readName } from '../../literals/name-literal.ts'
import type { NameKind, OccurrenceRole } from '../occurrence.ts'
import type { ColumnHome } from './column-homes.ts'
import { type KnownObject, kindOfRelation } from './known-names.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector } from './name-collector.ts'
import { givenTo, routineCalled, usedName } from './routine-called.ts'
import { columnIn, homeNamed, type SqlColumn } from './sql-column.ts'
import type { SqlPiece, SqlSubject } from './sql-piece.ts'
import { columnsIn, MIXIN_ROWS, readPiece } from './sql-reading.ts'
import { addTextValues } from './text-values.ts'

/** The names in a piece of SQL that stand for something: columns, tables, views, enums and their values, schemas. */
export function addSqlNames(piece: SqlPiece, collector: NameCollector): void {
  new SqlWalk(piece, collector).walk()
}

class SqlWalk {
  private readonly piece: SqlPiece
  private readonly collector: NameCollector
  private readonly reading: Reading
  private readonly seen = new Set<number>()

  constructor(piece: SqlPiece, collector: NameCollector) {
    this.piece = piece
    this.collector = collector
    this.reading = readPiece(piece)
  }

  walk(): void {
    const { reading, collector, piece } = this
    const columnsOf = columnsIn(piece, collector.names)
    this.objects()
    for (const { path, source } of reading.relations)
      if (source.relation !== undefined) this.relation(path, source.relation)
    for (const { path, source } of qualifiersIn(reading, columnsOf)) this.relation(path, source.relation)
    for (const path of new Set(reading.types)) this.type(path)
    for (const path of reading.functions) this.routine(path)
    this.sequences()
    this.columns(new Resolver(reading, columnsOf))
    this.indexes()
    this.castValues()
    this.defaultValues()
    if (piece.subject.what === 'view') this.outputs(piece.subject.key)
  }

  private add(at: number, kind: NameKind, key: string, role: OccurrenceRole = 'reference'): void {
    if (this.seen.has(at)) return
    this.seen.add(at)
    const { start, end, value } = this.reading.code.tokens[at]!
    if (start < (this.piece.lead ?? 0)) return
    const range = { start: this.piece.placeOf(start), end: this.piece.endOf(end) }
    this.collector.occurrences.push({ ...range, kind, key, name: value, role, writing: 'sql' })
  }

  private relation(path: readonly number[], used: QName): void {
    const found = this.collector.names.relation(used, this.piece.dialect)
    const sequence = found === undefined ? this.sequenceNamed(used) : undefined
    if (found !== undefined) this.add(path.at(-1)!, kindOfRelation(found), found.key)
    else if (sequence !== undefined) this.add(path.at(-1)!, 'sequence', sequence.key)
    else return
    if (path.length > 1) this.schema(path.at(-2)!)
  }

  private sequenceNamed(used: QName): KnownObject | undefined {
    const { names } = this.collector
    return names.sequences.find(used, names.defaultSchema, this.piece.dialect)
  }

  /** What only an `object` makes: in its own texts, behind `collate`, and in the names of text search configurations. */
  private objects(): void {
    const { piece, collector, reading } = this
    const { subject, text } = piece
    const { tokens } = reading.code
    if (subject.what === 'body' && subject.object !== undefined) {
      for (const { end } of madeMentions(text, readName(subject.object)))
        this.objectAt(
          tokens.findIndex(token => token.end === end),
          subject.object,
        )
    }
    for (const { name, start, end, isString } of namedIn(text)) {
      const found = collector.names.otherObject(name)
      if (found === undefined) continue
      if (!isString) {
        this.objectAt(
          tokens.findIndex(token => token.end === end),
          found.key,
        )
        continue
      }
      const own = NAME_IN_STRING.exec(text.slice(start, end))?.[2]
      if (own === undefined) continue
      const at = start + text.slice(start, end).lastIndexOf(own)
      this.inString(at, own.length, name.name, 'object', found.key)
    }
  }

  private objectAt(at: number, key: string): void {
    if (at >= 0) this.add(at, 'object', key)
  }

  /** A function that is called: the one of its name, or of those the one that takes so many arguments. */
  private routine(path: readonly number[]): void {
    const { code } = this.reading
    const used = usedName(path, code)
    const found = routineCalled(used, givenTo(code, path), this.collector.names, this.piece.dialect)
    if (found !== undefined) this.add(path.at(-1)!, found.kind, found.key)
    if (path.length > 1) this.schema(path.at(-2)!)
  }

  /** The sequences in `nextval('name')` and its like. */
  private sequences(): void {
    const { code } = this.reading
    for (const [at, token] of code.tokens.entries()) {
      if (token.kind !== 'string' || !token.text.startsWith("'") || !namesRelation(code, at)) continue
      const used = readNameText(token.value)
      if (used === undefined || this.seen.has(at)) continue
      const relation = this.collector.names.relation(used, this.piece.dialect)
      const found = relation === undefined ? this.sequenceNamed(used) : undefined
      if (found === undefined && relation === undefined) continue
      this.seen.add(at)
      const [own, schema] = NAME_IN_STRING.exec(token.text)?.slice(1).reverse() ?? []
      if (own === undefined || token.start < (this.piece.lead ?? 0)) continue
      const last = token.start + token.text.lastIndexOf(own)
      this.inString(
        last,
        own.length,
        used.name,
        relation ? kindOfRelation(relation) : 'sequence',
        (relation ?? found)!.key,
      )
      if (schema !== undefined && used.schema !== undefined && this.collector.names.schemas.has(used.schema))
        this.inString(
          token.start + token.text.indexOf(schema),
          schema.length,
          used.schema,
          'schema',
          quoteName(used.schema),
        )
    }
  }

  private schema(at: number): void {
    const { value } = this.reading.code.tokens[at]!
    const { schemas } = this.collector.names
    const name = schemas.has(value) ? value : [...schemas].find(schema => foldName(schema) === value)
    if (name !== undefined) this.add(at, 'schema', quoteName(name))
  }

  private inString(at: number, length: number, name: string, kind: NameKind, key: string): void {
    const [start, end] = [this.piece.placeOf(at), this.piece.endOf(at + length)]
    this.collector.occurrences.push({ start, end, kind, key, name, role: 'reference', writing: 'sql string' })
  }

  private type(path: readonly number[]): void {
    const [schema, name] = [path.at(-2), path.at(-1)!].map(
      at => at !== undefined && this.reading.code.tokens[at]!.value,
    )
    const used = { name: name as string, ...(schema && { schema }) }
    if (!schema && BUILTIN_TYPES.has(used.name)) return
    const { names } = this.collector
    const type = names.enums.find(used, names.defaultSchema, this.piece.dialect)
    const object = type === undefined ? names.types.find(used, names.defaultSchema, this.piece.dialect) : undefined
    if (type === undefined && object === undefined) {
      this.relation(path, used)
      return
    }
    if (type !== undefined) this.add(path.at(-1)!, 'enum', type.key)
    else this.add(path.at(-1)!, object!.kind, object!.key)
    if (path.length > 1) this.schema(path.at(-2)!)
  }

  private columns(resolver: Resolver): void {
    const beside = literalsBeside(this.reading.code)
    for (const mention of this.reading.columns) {
      if (mention.star || this.seen.has(mention.path.at(-1)!)) continue
      const at = mention.path.at(-1)!
      const column = this.columnOf(mention, resolver)
      if (column === undefined) this.oldColumn(mention)
      else {
        this.add(at, 'column', column.key)
        if (column.home !== undefined && !this.isConverted(column.home)) this.values(beside(mention), column.home)
      }
    }
  }

  private columnOf(mention: ColumnMention, resolver: Resolver): SqlColumn | undefined {
    const { relation } = resolver.owner(mention)
    const token = this.reading.code.tokens[mention.path.at(-1)!]!
    if (relation === undefined) return undefined
    const { names } = this.collector
    const { subject, dialect } = this.piece
    if (!sameName(relation, MIXIN_ROWS)) return columnIn(relation, token, dialect, names)
    if (!('owner' in subject) || subject.owner.$type !== 'MixinDeclaration') return undefined
    const home =
      homeNamed(names.columns(subject.owner, subject.context), token) ??
      this.collector.columnHome(subject.owner, subject.context, token.value)
    return home && { key: home.key, home }
  }

  /** SQL that runs while the next revision does may call a column by the name that it had before. */
  private oldColumn({ path, scope }: ColumnMention): void {
    const { subject } = this.piece
    if (subject.what !== 'hint' || scope !== this.reading.root) return
    const token = this.reading.code.tokens[path.at(-1)!]!
    const { old } = this.collector.names.columns(subject.owner, subject.context)
    const home = old.get(foldName(token.value))
    if (home !== undefined) this.add(path.at(-1)!, 'column', home.key, 'past')
  }

  /** What is converted is still of its old type. */
  private isConverted({ node }: ColumnHome): boolean {
    const { subject } = this.piece
    return subject.what === 'hint' && columnOf(subject)?.node === node
  }

  private values(literals: readonly number[], { node, context }: ColumnHome): void {
    const type = literals.length === 0 ? undefined : this.collector.names.enumOf(node, context)
    if (type !== undefined) for (const at of literals) this.text(at, type)
  }

  private text(at: number, type: Parameters<typeof addTextValues>[1]): void {
    if (this.seen.has(at)) return
    this.seen.add(at)
    const { text, value, start } = this.reading.code.tokens[at]!
    const { placeOf, endOf } = this.piece
    const places = { placeOf: (at: number) => placeOf(start + at), endOf: (at: number) => endOf(start + at) }
    addTextValues({ text, value, ...places }, type, this.collector)
  }

  private castValues(): void {
    const { names } = this.collector
    for (const { at, type } of castLiterals(this.reading.code)) {
      const found = names.enums.find(type, names.defaultSchema, this.piece.dialect)
      if (found !== undefined) this.text(at, found)
    }
  }

  /** The SQL of a default that is nothing but texts and casts: each text is a value of the column's enum. */
  private defaultValues(): void {
    const { subject, text } = this.piece
    const column = subject.what === 'default' ? columnOf(subject) : undefined
    const type = column && this.collector.names.enumOf(column.node, column.context)
    if (type === undefined) return
    const starts = new Set(defaultTexts(text, type.name).map(token => token.start))
    for (const [at, token] of this.reading.code.tokens.entries()) if (starts.has(token.start)) this.text(at, type)
  }

  /** `from t indexed by i`, which SQLite has. */
  private indexes(): void {
    const { code, relations } = this.reading
    for (let at = 0; at < code.tokens.length; at++) {
      if (!hasWords(code, at, 'indexed', 'by') || !isName(code, at + 2)) continue
      const before = relations.findLast(({ path }) => path.at(-1)! < at)?.source.relation
      const table = before && this.collector.names.relation(before, this.piece.dialect)
      if (table !== undefined) this.add(at + 2, 'index', memberKey(table.key, code.tokens[at + 2]!.value))
    }
  }

  /** The names that a view gives its own columns. */
  private outputs(key: string): void {
    for (const { alias, name } of this.reading.selected?.items ?? []) {
      if (alias !== undefined && name !== undefined) this.add(alias, 'column', memberKey(key, name), 'declaration')
    }
  }
}

/** A name in a string, with the schema before it. */
const NAME_IN_STRING = /^'\s*(?:("(?:[^"]|"")*"|[^."'\s]+)\s*\.\s*)?("(?:[^"]|"")*"|[^."'\s]+)\s*'$/

function columnOf(subject: SqlSubject): ColumnHome | undefined {
  return 'column' in subject ? subject.column : undefined
}
