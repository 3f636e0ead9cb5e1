import { basename } from 'node:path'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Element, EnumDeclaration, MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import type { Context } from '../../lower/context.ts'
import type { Place } from '../place.ts'
import type { CompletionClient } from './client.ts'
import type { Cursor } from './cursor.ts'
import { bothFacts, factsOf, readFacts, type TableFacts } from './facts.ts'
import { quietContext } from './quiet-context.ts'
import { withoutLine } from './without-line.ts'

/** All that is known around a cursor: the text as it is now, and the names of the project, which may be one edit old. */
export class Scene {
  readonly place: Place
  readonly client: CompletionClient
  readonly cursor: Cursor
  readonly targets: readonly DialectName[]
  private readonly read = new Map<object, TableFacts>()
  private foundWhole: { readonly element: Element | undefined } | undefined
  private foundTables: ReadonlyMap<string, TableDeclaration | undefined> | undefined

  constructor(place: Place, client: CompletionClient, cursor: Cursor) {
    this.place = place
    this.client = client
    this.cursor = cursor
    this.targets = place.model.loaded.project.targets.map(target => target.dialect)
  }

  get context(): Context {
    return quietContext(this.place)
  }

  get elements(): readonly Element[] {
    return this.place.parsed.ast.elements
  }

  get schema(): Schema {
    return this.place.model.loaded.schema
  }

  /** The schema that the committed revisions lead to. */
  get past(): Schema | undefined {
    return this.place.model.past?.schema
  }

  /** Whether the text is that of a revision. */
  get isRevision(): boolean {
    const { file, ast } = this.place.parsed
    return basename(file) === 'revision.mig' || ast.elements.some(node => node.$type === 'RevisionLine')
  }

  /** What the text before the cursor's word is, on the same line. */
  get lineStart(): string {
    const { text } = this.place.parsed
    return text.slice(text.lastIndexOf('\n', this.cursor.start - 1) + 1, this.cursor.start)
  }

  /** The declaration that the cursor stands in; in a revision, the one that the step is about. */
  get element(): Element | undefined {
    const { offset } = this.cursor
    return objectIn(this.elements.findLast(one => (one.$cstNode?.offset ?? offset) < offset))
  }

  /** The same read without the line that the cursor is in, where that line or another breaks the text. */
  get whole(): Element | undefined {
    if (this.place.parsed.straight) return this.element
    this.foundWhole ??= { element: withoutLine(this.place.parsed, this.cursor) }
    return objectIn(this.foundWhole.element) ?? this.element
  }

  /** The key of a table, view or enum by its name as written. */
  keyOf(written: string): string {
    return nameText(this.context.names.qualify(nameText(readName(written))))
  }

  /** A key as it is written in this project: names in the default schema have none. */
  writtenKey(key: string): string {
    const { schema, name } = readName(key)
    const own = this.place.model.loaded.project.defaultSchema ?? 'public'
    return schema === own ? nameText({ name }) : key
  }

  /** The keys of all tables, with those of this text that are new. */
  get tables(): ReadonlyMap<string, TableDeclaration | undefined> {
    if (this.foundTables === undefined) {
      const found = new Map<string, TableDeclaration | undefined>()
      for (const key of this.schema.tables.keys()) found.set(key, undefined)
      for (const node of this.elements)
        if (node.$type === 'TableDeclaration' && node.name) found.set(this.keyOf(node.name), node)
      this.foundTables = found
    }
    return this.foundTables
  }

  /** A table by its key: as the schema has it, or read from this text when it is new. */
  table(key: string): TableFacts | undefined {
    const lowered = this.schema.tables.get(key)
    if (lowered !== undefined) return factsOf(key, lowered)
    const node = this.tables.get(key)
    return node && this.facts(node)
  }

  /** A table or mixin of this text as it is now. */
  facts(node: TableDeclaration | MixinDeclaration): TableFacts {
    let facts = this.read.get(node)
    if (facts === undefined) {
      facts = readFacts(node, this.context)
      this.read.set(node, facts)
    }
    return facts
  }

  /** The table or mixin that the cursor stands in, as the text has it now. */
  get ownTable(): TableFacts | undefined {
    const { element, whole } = this
    const facts = [whole, element].flatMap(node => (node !== undefined && isTable(node) ? [this.facts(node)] : []))
    return facts[0] && facts[1] && facts[0] !== facts[1] ? bothFacts(facts[0], facts[1]) : facts[0]
  }

  /** The same table as the revisions left it; under its old name when it was renamed since. */
  get pastTable(): TableFacts | undefined {
    const { whole: element, past } = this
    if (element?.$type !== 'TableDeclaration' || !element.name || past === undefined) return undefined
    return pastOf(past.tables, this.keyOf(element.name), element.was && this.keyOf(element.was), factsOf)
  }

  /** The enum that the cursor stands in. */
  get ownEnum(): EnumDeclaration | undefined {
    return this.whole?.$type === 'EnumDeclaration' ? this.whole : undefined
  }

  /** The values that an enum has in this text, or in the project. */
  enumValues(key: string): readonly string[] {
    for (const node of this.elements)
      if (node.$type === 'EnumDeclaration' && node.name && this.keyOf(node.name) === key) return valuesOf(node)
    return this.schema.enums.get(key)?.values ?? this.past?.enums.get(key)?.values ?? []
  }
}

function isTable(node: Element): node is TableDeclaration | MixinDeclaration {
  return node.$type === 'TableDeclaration' || node.$type === 'MixinDeclaration'
}

function objectIn(node: Element | undefined): Element | undefined {
  return (node?.$type === 'CreateStep' || node?.$type === 'DropStep' ? node.object : undefined) ?? node
}

/** What had this key, or the one before it, in the past. */
export function pastOf<T, R>(
  things: ReadonlyMap<string, T>,
  key: string,
  was: string | undefined,
  make: (key: string, thing: T) => R,
): R | undefined {
  const old = was !== undefined && things.has(was) ? was : key
  const thing = things.get(old)
  return thing && make(old, thing)
}

/** The values that the text of an enum declares. */
export function valuesOf(node: EnumDeclaration): readonly string[] {
  return (node.entries ?? []).flatMap(entry => (entry.$type === 'EnumValueEntry' && entry.name ? [entry.name] : []))
}
