import type { QName } from '../schema/name.ts'
import { foldName } from './name-text.ts'
import { meansName } from './same-relation.ts'
import type { ColumnMention, Reader, Rows, Scope, Source } from './scope.ts'

/** The columns of a table or view, where they are known. */
export type ColumnsOf = (relation: QName) => readonly string[] | undefined

/** Whose column a name is: `certain` when it can be nobody else's. */
export interface Owner {
  readonly relation?: QName
  readonly certain: boolean
  /** The source it is used through, where the name is bare. */
  readonly source?: Source
}

/** Whether a source has a column of some name (undefined: not known), and the relation whose column it is. */
interface Held {
  readonly has: boolean | undefined
  readonly relation?: QName
}

const NOBODY: Owner = { certain: false }
const UNKNOWN: Held = { has: undefined }
const OWN: Held = { has: true }
const DEEPEST_STAR = 100

/** Answers whose columns the names of one reading are. */
export class Resolver {
  readonly #reader: Reader
  readonly #columnsOf: ColumnsOf
  readonly #owners = new Map<Scope, Map<string, Owner>>()
  readonly #held = new Map<Rows, Map<string, Held>>()

  constructor(reader: Reader, columnsOf: ColumnsOf) {
    this.#reader = reader
    this.#columnsOf = columnsOf
  }

  /** Whose column a mention is. */
  owner(mention: ColumnMention): Owner {
    if (mention.maybe || mention.merged) return NOBODY
    if (mention.relation !== undefined) return { relation: mention.relation, certain: true }
    const names = mention.path.map(part => this.#reader.code.tokens[part]!.value)
    if (names.length > 1) return this.#qualified(mention.scope, names)
    if (mention.orders && mention.scope.aliases.has(names[0]!)) return NOBODY
    return remember(this.#owners, mention.scope, names[0]!, NOBODY, () => this.#bare(mention.scope, names[0]!))
  }

  /** Whether a source has a column of that name; undefined when that is not known. */
  holds(source: Source, name: string): boolean | undefined {
    return this.#hold(source, name, 0).has
  }

  /** The relation whose column of that name a source gives, where that is known. */
  relationOf(source: Source, name: string): QName | undefined {
    return this.#hold(source, name, 0).relation
  }

  #qualified(scope: Scope, names: readonly string[]): Owner {
    const source = placeOf(scope, names.slice(0, -1))?.source
    if (source === undefined) return NOBODY
    const held = this.#hold(source, names.at(-1)!, 0)
    const relation = held.relation ?? (held.has === undefined ? source.relation : undefined)
    return relation === undefined ? NOBODY : { relation, certain: true, source }
  }

  #bare(start: Scope, name: string): Owner {
    for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
      if (scope.naturalJoin || scope.merged.has(name)) return NOBODY
      const sources = scope.sources.filter(source => !source.qualifiedOnly)
      const held = sources.map(source => this.#hold(source, name, 0))
      const at = held.findIndex(one => one.has === true)
      if (at >= 0) return ownerThrough(sources[at]!, held[at]!.relation)
      const open = sources.filter((_, index) => held[index]!.has === undefined)
      if (open.length === 0) continue
      return open.length > 1 || this.#canBeOuter(scope.parent, name)
        ? NOBODY
        : ownerThrough(open[0]!, open[0]!.relation)
    }
    return NOBODY
  }

  #canBeOuter(start: Scope | undefined, name: string): boolean {
    for (let scope = start; scope !== undefined; scope = scope.parent) {
      if (scope.sources.some(source => !source.qualifiedOnly && this.holds(source, name) !== false)) return true
    }
    return false
  }

  #hold(source: Source, name: string, depth: number): Held {
    if (source.columns?.includes(name)) return OWN
    if (source.rows !== undefined)
      return source.columns === undefined ? this.#inRows(source.rows, name, depth) : UNKNOWN
    const columns = source.relation && this.#columnsOf(source.relation)
    if (columns === undefined) return UNKNOWN
    return columns.some(column => meansName(name, column)) ? { has: true, relation: source.relation! } : { has: false }
  }

  #inRows(rows: Rows, name: string, depth: number): Held {
    if (rows.columns !== undefined) return rows.columns.includes(name) ? OWN : UNKNOWN
    if (depth > DEEPEST_STAR || rows.items.length === 0) return UNKNOWN
    return remember(this.#held, rows, name, UNKNOWN, () => this.#inItems(rows, name, depth))
  }

  #inItems(rows: Rows, name: string, depth: number): Held {
    if (rows.items.some(item => item.name === name)) return OWN
    let answer: Held = { has: false }
    for (const { star } of rows.items) {
      if (star === undefined) continue
      for (const source of starSources(rows, star.of)) {
        const held = source === undefined ? UNKNOWN : this.#hold(source, name, depth + 1)
        if (held.has) return held
        if (held.has === undefined) answer = UNKNOWN
      }
    }
    return answer
  }
}

function ownerThrough(source: Source, relation: QName | undefined): Owner {
  return relation === undefined ? NOBODY : { relation, certain: true, source }
}

const labels = new WeakMap<Scope, ReadonlyMap<string, readonly Source[]>>()

/** The first source of a scope, all of which have been read, that a name can mean and that is such a one. */
export function labelled(scope: Scope, name: string, isSuch: (source: Source) => boolean): Source | undefined {
  let known = labels.get(scope)
  if (known === undefined) {
    known = Map.groupBy(scope.sources, source => foldName(source.label ?? ''))
    labels.set(scope, known)
  }
  return known
    .get(foldName(name))
    ?.find(source => source.label !== undefined && meansName(name, source.label) && isSuch(source))
}

/** A source and the scope in which it is one. */
export interface Place {
  readonly source: Source
  readonly scope: Scope
}

/** The source that a qualifier means: the nearest of that label. */
export function placeOf(start: Scope, qualifier: readonly string[]): Place | undefined {
  const schema = qualifier.at(-2)
  const isSuch = (source: Source) => schema === undefined || meansName(schema, source.relation?.schema ?? schema)
  for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
    const source = labelled(scope, qualifier.at(-1)!, isSuch)
    if (source !== undefined) return { source, scope }
  }
  return undefined
}

function starSources(rows: Rows, of: string | undefined): readonly (Source | undefined)[] {
  if (of === undefined) return rows.scope?.sources ?? [undefined]
  return [rows.scope === undefined ? undefined : placeOf(rows.scope, [of])?.source]
}

/** The answer for a key and a name; `meanwhile` is what is answered while it is being found. */
function remember<K, V>(memory: Map<K, Map<string, V>>, key: K, name: string, meanwhile: V, find: () => V): V {
  let known = memory.get(key)
  if (known === undefined) {
    known = new Map()
    memory.set(key, known)
  }
  const before = known.get(name)
  if (before !== undefined) return before
  known.set(name, meanwhile)
  const answer = find()
  known.set(name, answer)
  return answer
}
