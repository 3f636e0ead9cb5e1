import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import type { NameKind, Occurrence, OccurrenceRole } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import type { ColumnHome } from './column-homes.ts'
import type { KnownNames } from './known-names.ts'
import type { NamePlace, NameTokens } from './name-tokens.ts'
import type { SqlPiece } from './sql-piece.ts'

/** A table or mixin whose members are read, and what stands before their names in their keys. */
export interface Owner {
  readonly node: TableDeclaration | MixinDeclaration
  readonly key: string
}

/** Collects the names of one file, and its SQL. */
export class NameCollector {
  readonly occurrences: Occurrence[] = []
  readonly sql: SqlPiece[] = []
  readonly model: ProjectModel
  readonly names: KnownNames
  readonly context: Context
  readonly tokens: NameTokens

  constructor(model: ProjectModel, names: KnownNames, context: Context, tokens: NameTokens) {
    this.model = model
    this.names = names
    this.context = context
    this.tokens = tokens
  }

  /** The token at a place is the name of that thing. */
  add(at: number, kind: NameKind, key: string, role: OccurrenceRole): void {
    const { start, end } = this.tokens.range(at)
    this.occurrences.push({ start, end, kind, key, name: this.tokens.value(at), role, writing: 'mig' })
  }

  /** The word at a place makes a key, check or index of that name. */
  addMade(at: number, kind: NameKind, key: string, name: string): void {
    const { start, end } = this.tokens.range(at)
    this.occurrences.push({ start, end, kind, key, name, role: 'declaration', writing: 'mig', made: true })
  }

  /** A name that may have a schema before it; `key` is that of what it names. */
  addQualified(place: NamePlace | undefined, kind: NameKind, role: OccurrenceRole, key?: string): void {
    if (place === undefined) return
    if (place.schema !== undefined)
      this.add(place.schema, 'schema', quoteName(this.tokens.value(place.schema)), 'reference')
    this.add(place.name, kind, key ?? this.keyOf(place), role)
  }

  /** The key of the table, view or enum that a name means. */
  keyOf({ schema, name }: NamePlace): string {
    const last = this.tokens.value(name)
    const written = schema === undefined ? { name: last } : { schema: this.tokens.value(schema), name: last }
    return nameText(this.context.names.qualify(nameText(written)))
  }

  /** The place of the name after `word`, where it is the one that is expected. */
  nameAfter(word: string, from: number, to: number, expected: string | undefined): number | undefined {
    if (expected === undefined) return undefined
    for (let at = this.tokens.find(from, to, word); at < to; at = this.tokens.find(at + 1, to, word)) {
      if (this.tokens.isName(at + 1) && this.tokens.value(at + 1) === expected) return at + 1
    }
    return undefined
  }

  /** The columns in the brackets that open at a place; the place after them. */
  columns(open: number, to: number, keyOf: (name: string) => string | undefined): number {
    let at = open + 1
    for (; at < to && this.tokens.text(at) !== ')'; at++) {
      if (!this.tokens.isName(at)) continue
      const key = keyOf(this.tokens.value(at))
      if (key !== undefined) this.add(at, 'column', key, 'reference')
    }
    return at + 1
  }

  /** The key of a column that a line of a table or mixin names. */
  columnKey({ node }: Pick<Owner, 'node'>, name: string): string | undefined {
    return this.columnHome(node, this.context, name)?.key
  }

  /** The column of that name that a line of a table or mixin means. */
  columnHome(node: Owner['node'], context: Context, name: string): ColumnHome | undefined {
    return this.names.home(node, context, name)
  }
}
