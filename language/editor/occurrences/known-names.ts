import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../../compiler/schema/name.ts'
import { contextsOf } from '../../checks/read-subject.ts'
import type {
  ColumnDeclaration,
  DomainDeclaration,
  EnumDeclaration,
  MaterializedViewDeclaration,
  MixinDeclaration,
  ObjectDeclaration,
  TableDeclaration,
  TypeSpelling,
  ViewDeclaration,
} from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import { isObjectDeclaration, kindOfDeclaration } from '../../lower/objects/lower-object.ts'
import type { Parsed } from '../../parse.ts'
import { isNamedObjectKind, kindFacts, labelOfNode } from '../family.ts'
import type { NamedObjectKind } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { type ColumnHome, type ColumnHomes, mixinKey, readColumnHomes } from './column-homes.ts'
import { SqlNames } from './sql-names.ts'

/** A declaration with its key and its file. */
export interface Known<T> {
  readonly key: string
  readonly name: QName
  readonly node: T
  readonly context: Context
}

/** A table or a view, with a name that no other has, whatever the case of its letters. */
export type KnownRelation = KnownTable | KnownView
/** A table. */
export type KnownTable = Known<TableDeclaration> & Marked
/** A view, materialized or not. */
export type KnownView = Known<ViewDeclaration | MaterializedViewDeclaration> & Marked
/** An object of the family. */
export type KnownObject = Known<ObjectDeclaration> & { readonly kind: NamedObjectKind }

interface Marked {
  readonly mark: QName
}

/** What the names in a project mean. All of it is found when it is asked for, the columns of a table among it. */
export class KnownNames {
  readonly relations = new SqlNames<KnownRelation>()
  readonly enums = new SqlNames<Known<EnumDeclaration>>()
  readonly schemas = new Set<string>()
  /** Domains, composite types and ranges. */
  readonly types = new SqlNames<KnownObject>()
  readonly sequences = new SqlNames<KnownObject>()
  private readonly others = new SqlNames<KnownObject>()
  /** Functions and their like, those of one name together. */
  readonly routines = new SqlNames<KnownObject[]>()
  private readonly objects = new Map<string, KnownObject>()
  /** The schema that names without one are in. */
  readonly defaultSchema: string
  private readonly model: ProjectModel
  private readonly contexts = new Map<string, Context>()
  private readonly byKey = { table: new Map<string, KnownRelation>(), enum: new Map<string, Known<EnumDeclaration>>() }
  private readonly marked: KnownRelation[] = []
  private readonly homes = new Map<TableDeclaration | MixinDeclaration, ColumnHomes>()
  private readonly values = new Map<EnumDeclaration, ReadonlySet<string>>()
  private foundIncluders: ReadonlyMap<MixinDeclaration, readonly KnownTable[]> | undefined

  constructor(model: ProjectModel) {
    this.model = model
    this.defaultSchema = model.loaded.project.defaultSchema ?? 'public'
    for (const [file, context] of contextsOf(model.loaded)) {
      this.contexts.set(file.parsed.file, context)
      for (const node of file.parsed.ast.elements) {
        if (!('name' in node) || node.name === undefined || !file.includes(node.name)) continue
        if (node.$type === 'SchemaDeclaration') this.schemas.add(node.name)
        if (
          node.$type === 'TableDeclaration' ||
          node.$type === 'ViewDeclaration' ||
          node.$type === 'MaterializedViewDeclaration'
        )
          this.addRelation(this.known<RelationNode>(node, node.name, context))
        if (isObjectDeclaration(node)) this.addObject(node, context)
        if (node.$type === 'EnumDeclaration')
          this.add(this.byKey.enum, this.enums, this.known(node, node.name, context))
      }
    }
  }

  /** What names mean in a file of the project. */
  contextOf(parsed: Parsed): Context | undefined {
    const context = this.contexts.get(parsed.file)
    return context?.parsed === parsed ? context : undefined
  }

  table(key: string): KnownTable | undefined {
    const found = this.byKey.table.get(key)
    return found !== undefined && isTable(found) ? found : undefined
  }

  view(key: string): KnownView | undefined {
    const found = this.byKey.table.get(key)
    return found !== undefined && isView(found) ? found : undefined
  }

  enum(key: string): Known<EnumDeclaration> | undefined {
    return this.byKey.enum.get(key)
  }

  /** The object of a kind that has a label. */
  object(kind: NamedObjectKind, key: string): KnownObject | undefined {
    return this.objects.get(`${kind} ${key}`)
  }

  /** The object that a name means among all that are called by name alone, or the only function of that name. */
  objectNamed(used: QName): KnownObject | undefined {
    const routines = this.routines.find(used, this.defaultSchema, 'all')
    return (
      this.types.find(used, this.defaultSchema, 'all') ??
      this.sequences.find(used, this.defaultSchema, 'all') ??
      (routines?.length === 1 ? routines[0] : undefined)
    )
  }

  /** The `object` that a name in SQL means. */
  otherObject(used: QName): KnownObject | undefined {
    return this.others.find(used, this.defaultSchema, 'all')
  }

  /** The table or view that a name in SQL means. */
  relation(used: QName, dialect: DialectName | 'all'): KnownRelation | undefined {
    return this.relations.find(used, this.defaultSchema, dialect)
  }

  /** The table or view of a mark. */
  ofMark({ name }: QName): KnownRelation | undefined {
    return name.startsWith(MARK) ? this.marked[Number(name.slice(MARK.length))] : undefined
  }

  /** The columns of a table or mixin. */
  columns(owner: TableDeclaration | MixinDeclaration, context: Context): ColumnHomes {
    let found = this.homes.get(owner)
    if (found === undefined) {
      const key =
        owner.$type === 'MixinDeclaration' ? mixinKey(owner) : nameText(context.names.qualify(owner.name ?? ''))
      found = readColumnHomes(owner, key, context)
      this.homes.set(owner, found)
    }
    return found
  }

  /** The column that a name means in a table or mixin; one that a mixin lacks is that of its tables, if they have it in common. */
  home(owner: TableDeclaration | MixinDeclaration, context: Context, name: string): ColumnHome | undefined {
    const own = this.columns(owner, context).byName.get(name)
    if (own !== undefined || owner.$type !== 'MixinDeclaration') return own
    const found = this.includersOf(owner).map(table => this.columns(table.node, table.context).byName.get(name))
    return found.every(home => home !== undefined && home.key === found[0]?.key) ? found[0] : undefined
  }

  /** The tables that include a mixin, also by way of others. */
  includersOf(mixin: MixinDeclaration): readonly KnownTable[] {
    this.foundIncluders ??= this.findIncluders()
    return this.foundIncluders.get(mixin) ?? []
  }

  /** The enum that a column holds values of, in some database. */
  enumOf(column: ColumnDeclaration | DomainDeclaration, context: Context): Known<EnumDeclaration> | undefined {
    return this.enumAmong(column.types ?? [], context, 0)
  }

  valuesOf(node: EnumDeclaration): ReadonlySet<string> {
    let values = this.values.get(node)
    if (values === undefined) {
      values = new Set((node.entries ?? []).flatMap(entry => (entry.$type === 'EnumValueEntry' ? [entry.name] : [])))
      this.values.set(node, values)
    }
    return values
  }

  /** The text of a view as the schema has it. */
  viewText(key: string, dialect: DialectName | 'all'): string | undefined {
    const { views, objects } = this.model.loaded.schema
    const materialized = objects.get(`materialized view ${key}`)
    const sql = views.get(key)?.sql ?? (materialized?.kind === 'materialized view' ? materialized.sql : undefined)
    return dialect === 'all' ? (sql?.all ?? sql?.postgres ?? sql?.sqlite) : (sql?.[dialect] ?? sql?.all)
  }

  /** The names that a view gives its columns itself. */
  viewColumnNames(key: string): readonly string[] | undefined {
    const { views, objects } = this.model.loaded.schema
    const materialized = objects.get(`materialized view ${key}`)
    return (views.get(key) ?? (materialized?.kind === 'materialized view' ? materialized : undefined))?.columnNames
  }

  private known<T>(node: T, written: string, context: Context): Known<T> {
    const name = context.names.qualify(written)
    return { key: nameText(name), name, node, context }
  }

  private add<T extends Known<unknown>>(keys: Map<string, T>, names: SqlNames<T>, found: T): void {
    if (keys.has(found.key)) return
    keys.set(found.key, found)
    names.add(found.name, this.defaultSchema, found)
  }

  private addObject(node: ObjectDeclaration, context: Context): void {
    const kind = kindOfDeclaration(node)
    if (!isNamedObjectKind(kind)) return
    const label = labelOfNode(node, kind, written => context.names.qualify(written))
    if (this.objects.has(`${kind} ${label}`)) return
    const found = { ...this.known(node, node.name ?? '', context), key: label, kind }
    this.objects.set(`${kind} ${label}`, found)
    const { space } = kindFacts(kind)
    if (kind === 'object') this.others.add(found.name, this.defaultSchema, found)
    else if (space === 'type') this.types.add(found.name, this.defaultSchema, found)
    else if (space === 'relation' && kind === 'sequence') this.sequences.add(found.name, this.defaultSchema, found)
    else if (space === 'routine') {
      const others = this.routines.find(found.name, this.defaultSchema, 'all')
      if (
        others !== undefined &&
        others[0]!.name.name === found.name.name &&
        others[0]!.name.schema === found.name.schema
      )
        others.push(found)
      else this.routines.add(found.name, this.defaultSchema, [found])
    }
  }

  private addRelation(known: Known<RelationNode>): void {
    const mark = { name: `${MARK}${this.marked.length}` }
    const found = { ...known, mark } as KnownRelation
    this.marked.push(found)
    this.add(this.byKey.table, this.relations, found)
  }

  private enumAmong(spellings: readonly TypeSpelling[], context: Context, depth: number) {
    for (const { name } of spellings) {
      const found = name === undefined ? undefined : this.enumNamed(name, context, depth)
      if (found !== undefined) return found
    }
    return undefined
  }

  private enumNamed(raw: string, context: Context, depth: number): Known<EnumDeclaration> | undefined {
    if (BUILTIN_TYPES.has(raw)) return undefined
    const type = context.names.type(raw)
    if (type?.kind === 'enum') {
      const key = nameText(type.name)
      const domain = this.object('domain', key)
      if (domain?.node.$type !== 'DomainDeclaration') return this.enum(key)
      return depth > DEEPEST_ALIAS ? undefined : this.enumAmong(domain.node.types ?? [], domain.context, depth + 1)
    }
    if (type === undefined || depth > DEEPEST_ALIAS) return undefined
    return this.enumAmong(type.declaration.spellings ?? [], type.context, depth + 1)
  }

  private findIncluders(): ReadonlyMap<MixinDeclaration, readonly KnownTable[]> {
    const found = new Map<MixinDeclaration, KnownTable[]>()
    for (const table of this.byKey.table.values()) {
      if (!isTable(table)) continue
      for (const mixin of this.columns(table.node, table.context).mixins) {
        const tables = found.get(mixin)
        if (tables === undefined) found.set(mixin, [table])
        else tables.push(table)
      }
    }
    return found
  }
}

type RelationNode = TableDeclaration | ViewDeclaration | MaterializedViewDeclaration

const DEEPEST_ALIAS = 50
const MARK = '\0relation '

function isTable(known: KnownRelation): known is KnownTable {
  return known.node.$type === 'TableDeclaration'
}

function isView(known: KnownRelation): known is KnownView {
  return known.node.$type !== 'TableDeclaration'
}

/** What a table or view is called among the kinds of names. */
export function kindOfRelation({ node }: KnownRelation): 'table' | 'view' | 'materialized view' {
  if (node.$type === 'TableDeclaration') return 'table'
  return node.$type === 'ViewDeclaration' ? 'view' : 'materialized view'
}

const memory = new WeakMap<ProjectModel, KnownNames>()

/** What the names in a project mean. */
export function knownNames(model: ProjectModel): KnownNames {
  let known = memory.get(model)
  if (known === undefined) {
    known = new KnownNames(model)
    memory.set(model, known)
  }
  return known
}
