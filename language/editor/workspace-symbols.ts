import type { AstNode } from 'langium'
import type { WorkspaceSymbol } from 'vscode-languageserver-types'
import { quoteName } from '../../compiler/schema/name.ts'
import { readMember } from '../literals/name-literal.ts'
import type { Loaded } from '../load.ts'
import type { Parsed } from '../parse.ts'
import { declaredName } from './declared-name.ts'
import { lspRange, rangeBetween, uriOf } from './lsp-places.ts'
import { matchScore } from './match-score.ts'
import type { ProjectModel } from './project-model.ts'
import { membersOf, type SymbolFacts, symbolFacts } from './symbol-facts.ts'

/** As many as an editor shows before one types on. */
const MOST = 200

/** A name that nobody wrote stands behind the names that begin like it. */
const MADE_COSTS = 15

/** A thing that can be looked for. */
interface Candidate {
  /** `users.email`. */
  readonly name: string
  /** The name in lower case, and where its own part begins. */
  readonly folded: string
  readonly own: number
  readonly facts: SymbolFacts
  readonly place:
    | { readonly parsed: Parsed; readonly node: AstNode }
    | { readonly loaded: Loaded; readonly key: string }
}

/** What the projects declare whose names have the letters of a query in them, in their order; the best come first. */
export function workspaceSymbols(models: readonly ProjectModel[], query: string): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase()
  const joined = wanted.replace(/\s+/g, '')
  const found: { readonly candidate: Candidate; readonly score: number }[] = []
  const seen = new Set<Parsed>()
  for (const { loaded } of models) {
    for (const { parsed } of loaded.files) {
      if (seen.has(parsed)) continue
      seen.add(parsed)
      collect(declaredIn(parsed))
    }
    if (wanted !== '') collect(madeIn(loaded))
  }
  found.sort((a, b) => b.score - a.score || compare(a.candidate.name, b.candidate.name))
  return found.slice(0, MOST).flatMap(({ candidate }) => symbolOf(candidate))

  function collect(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) {
      if (wanted === '' && candidate.own > 0) continue
      const score =
        matchScore(wanted, candidate.folded, candidate.own) ?? matchScore(joined, candidate.folded, candidate.own)
      if (score !== undefined) found.push({ candidate, score: 'key' in candidate.place ? score - MADE_COSTS : score })
    }
  }
}

const declared = new WeakMap<Parsed, readonly Candidate[]>()
const made = new WeakMap<Loaded, readonly Candidate[]>()

function declaredIn(parsed: Parsed): readonly Candidate[] {
  let known = declared.get(parsed)
  if (known === undefined) {
    known = [...candidatesOf(parsed.ast.elements ?? [], '', parsed)]
    declared.set(parsed, known)
  }
  return known
}

function* candidatesOf(nodes: readonly AstNode[], prefix: string, parsed: Parsed): Iterable<Candidate> {
  for (const node of nodes) {
    const facts = symbolFacts(node)
    if (facts === undefined || !('name' in node) || typeof node.name !== 'string' || node.name === '') continue
    const name = prefix + node.name
    yield { name, folded: name.toLowerCase(), own: prefix.length, facts, place: { parsed, node } }
    yield* candidatesOf(membersOf(node), `${name}.`, parsed)
  }
}

/** The keys, checks and indexes whose names were made. */
function madeIn(loaded: Loaded): readonly Candidate[] {
  let known = made.get(loaded)
  if (known === undefined) {
    const written = new Set(loaded.files.flatMap(({ parsed }) => declaredIn(parsed).map(({ name }) => name)))
    known = [...madeMembers(loaded)].filter(({ name }) => !written.has(name))
    made.set(loaded, known)
  }
  return known
}

const MADE: Readonly<Record<string, SymbolFacts>> = Object.fromEntries(
  ['primary', 'unique', 'foreign', 'check', 'exclude', 'index'].map(kind => [
    kind,
    symbolFacts({ $type: `${kind[0]!.toUpperCase()}${kind.slice(1)}Member` } as AstNode)!,
  ]),
)

function* madeMembers(loaded: Loaded): Iterable<Candidate> {
  for (const [table, { constraints, indexes }] of loaded.schema.tables) {
    for (const member of [...constraints, ...indexes]) {
      const name = `${table}.${member.name}`
      const facts = MADE['kind' in member ? member.kind : 'index']!
      const key = `${table}.${quoteName(member.name)}`
      yield { name, folded: name.toLowerCase(), own: table.length + 1, facts, place: { loaded, key } }
    }
  }
}

function symbolOf({ name, own, facts, place }: Candidate): WorkspaceSymbol[] {
  const location = locate(place)
  if (location === undefined) return []
  const within = own === 0 ? facts.what : `${facts.what} of ${readMemberOwner(name)}`
  return [{ name, kind: facts.kind, location, containerName: within }]
}

function readMemberOwner(name: string): string {
  const { of } = readMember(name)
  return of.schema === undefined ? of.name : `${of.schema}.${of.name}`
}

function locate(place: Candidate['place']): WorkspaceSymbol['location'] | undefined {
  if ('loaded' in place) {
    const source = place.loaded.sources.objects.get(place.key)
    return source && { uri: uriOf(source.file), range: lspRange(source.range) }
  }
  const { parsed, node } = place
  const name = declaredName(parsed, node) ?? { start: node.$cstNode?.offset ?? 0, end: node.$cstNode?.end ?? 0 }
  return { uri: uriOf(parsed.file), range: rangeBetween(parsed, name.start, name.end) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
