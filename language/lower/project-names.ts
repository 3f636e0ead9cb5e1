import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import type {
  CompositeDeclaration,
  DomainDeclaration,
  EnumDeclaration,
  MixinDeclaration,
  RangeDeclaration,
  TypeDeclaration,
} from '../generated/ast.ts'
import { readName } from '../literals/name-literal.ts'
import type { LoadedFile } from '../load/loaded-file.ts'
import type { Context } from './context.ts'
import type { NamedType, Names } from './names.ts'

/** A declaration that others use by its name, with its file. */
interface Declared<T> {
  readonly declaration: T
  readonly file: LoadedFile
}

type SchemaType = EnumDeclaration | DomainDeclaration | CompositeDeclaration | RangeDeclaration

const SCHEMA_TYPES: ReadonlySet<string> = new Set<SchemaType['$type']>([
  'EnumDeclaration',
  'DomainDeclaration',
  'CompositeDeclaration',
  'RangeDeclaration',
])

/** All that the files of a project declare, by name, as far as types, mixins and imports need it. */
export class ProjectNames {
  private readonly aliases = new Map<string, Declared<TypeDeclaration>>()
  private readonly mixins = new Map<string, Declared<MixinDeclaration>>()
  /** Enums, domains, composite types and ranges. */
  private readonly enums = new Map<string, Declared<SchemaType>>()
  private readonly own = new Map<LoadedFile, Map<string, Declared<TypeDeclaration | MixinDeclaration>>>()
  private readonly hidden = new Map<string, string>()
  private readonly lost = new Set<string>()
  private readonly shadowed = new Set<string>()
  /** How often something unknown was not complained of, since it may be declared where the text is broken. */
  excuses = 0
  /** The schema that names without one are in; none for `public`. */
  private readonly defaultSchema: string | undefined

  constructor(files: readonly LoadedFile[], defaultSchema: string | undefined) {
    this.defaultSchema = defaultSchema === 'public' ? undefined : defaultSchema
    for (const file of files) this.addFile(file)
  }

  /** Whether the types and mixins that can be named are those of other names, each the same declaration. */
  meanTheSame(other: ProjectNames): boolean {
    return (
      this.defaultSchema === other.defaultSchema &&
      sameDeclarations(this.aliases, other.aliases) &&
      sameDeclarations(this.mixins, other.mixins) &&
      sameKeys(this.enums, other.enums) &&
      sameKeys(this.shadowed, other.shadowed) &&
      this.haveTheSame(other)
    )
  }

  /** Whether each file has the types and mixins of its own that it had. */
  private haveTheSame(other: ProjectNames): boolean {
    const before = new Map([...other.own].map(([{ parsed }, own]) => [parsed.file, own]))
    return (
      this.own.size === before.size &&
      [...this.own].every(([{ parsed }, own]) => sameDeclarations(own, before.get(parsed.file) ?? new Map()))
    )
  }

  /** What names mean in one file; `contextOf` finds the context of a declaration's own file. */
  inFile(file: LoadedFile, contextOf: (file: LoadedFile) => Context): Names<Context> {
    return {
      qualify: key => this.qualify(key),
      type: raw => this.type(raw, file, contextOf),
      hidesDeclared: builtin => this.shadowed.has(builtin),
      isType: raw => BUILTIN_TYPES.has(raw) || this.type(raw, file, contextOf) !== undefined,
      mixin: name => {
        const found = this.find('mixin', name, file, this.mixins)
        return found && { declaration: found.declaration, context: contextOf(found.file) }
      },
      typeNames: () => [...this.aliases.keys(), ...this.enums.keys()],
      mixinNames: () => this.mixins.keys(),
      hiddenIn: key => this.hidden.get(key) ?? this.hidden.get(this.key(key)),
      mayBeLost: name => this.excuse(name),
    }
  }

  private excuse(name: string): boolean {
    if (!this.lost.has(name)) return false
    this.excuses++
    return true
  }

  private addFile(file: LoadedFile): void {
    const own = new Map<string, Declared<TypeDeclaration | MixinDeclaration>>()
    this.own.set(file, own)
    for (const name of file.parsed.skipped) this.lost.add(name)
    for (const node of file.parsed.ast.elements) {
      if (!('name' in node) || node.name === undefined) continue
      const declared = { declaration: node, file } as Declared<never>
      const isIncluded = file.includes(node.name)
      const isType = SCHEMA_TYPES.has(node.$type)
      if ((isType || node.$type === 'TypeDeclaration') && BUILTIN_TYPES.has(node.name)) this.shadowed.add(node.name)
      if (node.$type === 'TypeDeclaration' || node.$type === 'MixinDeclaration') {
        own.set(`${node.$type} ${node.name}`, declared)
        if (isIncluded)
          addFirst<unknown>(node.$type === 'TypeDeclaration' ? this.aliases : this.mixins, node.name, declared)
      } else if (isType && isIncluded) addFirst<unknown>(this.enums, this.key(node.name), declared)
      else if (!isIncluded) addFirst(this.hidden, this.key(node.name), file.parsed.file)
    }
  }

  private type(
    raw: string,
    file: LoadedFile,
    contextOf: (file: LoadedFile) => Context,
  ): NamedType<Context> | undefined {
    const key = raw.includes('"') ? nameText(readName(raw)) : raw
    const alias = this.find('type', plainName(raw), file, this.aliases)
    if (alias !== undefined) return { kind: 'alias', declaration: alias.declaration, context: contextOf(alias.file) }
    const name = this.qualify(key)
    return this.enums.has(nameText(name)) ? { kind: 'enum', name } : undefined
  }

  private find<T>(
    kind: 'type' | 'mixin',
    name: string,
    file: LoadedFile,
    all: ReadonlyMap<string, Declared<T>>,
  ): Declared<T> | undefined {
    const type = kind === 'type' ? 'TypeDeclaration' : 'MixinDeclaration'
    return (this.own.get(file)?.get(`${type} ${name}`) as Declared<T> | undefined) ?? all.get(name)
  }

  /** `public` is the default schema unless another one is said: what is in it has no schema in its name. */
  private qualify(key: string): QName {
    const { schema, name } = readName(key)
    if (this.defaultSchema === undefined)
      return schema === undefined || schema === 'public' ? { name } : { schema, name }
    return { schema: schema ?? this.defaultSchema, name }
  }

  private key(name: string): string {
    return this.defaultSchema === undefined && !name.startsWith('public.') ? name : nameText(this.qualify(name))
  }
}

/** The name of an alias, which is in no schema. */
function plainName(raw: string): string {
  return raw.includes('"') && readName(raw).schema === undefined ? readName(raw).name : raw
}

function addFirst<T>(map: Map<string, T>, key: string, value: NoInfer<T>): void {
  if (!map.has(key)) map.set(key, value)
}

function sameDeclarations<T>(a: ReadonlyMap<string, Declared<T>>, b: ReadonlyMap<string, Declared<T>>): boolean {
  return a.size === b.size && [...a].every(([name, { declaration }]) => b.get(name)?.declaration === declaration)
}

function sameKeys(
  a: { readonly size: number; keys(): Iterable<string> },
  b: { has(key: string): boolean; readonly size: number },
): boolean {
  return a.size === b.size && [...a.keys()].every(key => b.has(key))
}
