import { CompletionItemKind } from 'vscode-languageserver-types'
import { dialects } from '../../../../compiler/dialects/dialects.ts'
import { BUILTIN_TYPES, PORTABLE_TYPES, POSTGRES_TYPES } from '../../../../compiler/schema/builtin-types.ts'
import { type DialectName, dialectTitle, forDialect, type PerDialect } from '../../../../compiler/schema/dialect.ts'
import { quoteName } from '../../../../compiler/schema/name.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import { readName } from '../../../literals/name-literal.ts'
import { resolveAlias } from '../../../lower/type.ts'
import { DIALECT_WORDS, writeName } from '../../../print/name.ts'
import type { Candidate } from '../candidate.ts'
import { textOf } from '../grammar/reading.ts'
import type { Offer, Spot } from '../spot.ts'
import { likelyTypes } from './likely-types.ts'
import { TYPE_WORDS } from './type-words.ts'

/** Types: the portable ones, those of the project, and those that only Postgres has. */
export const typeOffer: Offer = spot => {
  const [schema] = spot.qualifier
  if (schema !== undefined) return projectTypes(spot, schema)
  const targets = targetsAt(spot)
  const all = [
    ...PORTABLE_TYPES.flatMap(name => builtin(name, 0, targets)),
    ...projectTypes(spot, undefined),
    ...ofPostgres(targets),
  ]
  return [...likelyTypes(spot).map((text, at) => likely(text, at - LIKELY, all)), ...all]
}

/** How far before all others those stand that a column of its name most likely has. */
const LIKELY = 10

function likely(text: string, rank: number, all: readonly Candidate[]): Candidate {
  const known = all.find(({ label, insert }) => label === text || insert === text)
  if (known !== undefined) return { ...known, rank }
  return { label: text, kind: CompletionItemKind.TypeParameter, detail: 'likely for its name', rank }
}

/** The databases that a spelling is for: the one before it, or all targets. */
function targetsAt({ reads, frame, scene }: Spot): readonly DialectName[] {
  const own = reads.filter(read => read.frame === frame.parent || read.frame.parent === frame.parent)
  const said = textOf(own, 'Spelling.dialect') as DialectName | undefined
  return said === undefined ? scene.targets : [said]
}

function ofPostgres(targets: readonly DialectName[]): readonly Candidate[] {
  if (targets.length > 0 && !targets.includes('postgres')) return []
  return POSTGRES_TYPES.flatMap(name => builtin(name, 3, targets))
}

function builtin(name: string, rank: number, targets: readonly DialectName[]): readonly Candidate[] {
  const type: Type = { kind: 'builtin', name }
  const { takes, example, what } = TYPE_WORDS[name] ?? {}
  const { detail, isWhole } = spelled({ all: type }, targets)
  const base = { kind: CompletionItemKind.TypeParameter, rank: isWhole ? rank : rank + 2, detail, documentation: what }
  const plain: Candidate = { ...base, label: name }
  if (takes === undefined || example === undefined) return [plain]
  const args = example.map((number, at) => `<${at + 1}:${number}>`).join(', ')
  const insert = `${name}(${example.join(', ')})`
  const full: Candidate = { ...base, label: `${name}(${takes})`, insert, snippet: `${name}(${args})` }
  return /^(?:varchar|char|decimal|bit|varbit|vector)$/.test(name) ? [full, plain] : [plain]
}

/** What a type becomes in each database: `Postgres integer · SQLite INTEGER`. */
export function spelled(
  type: PerDialect<Type>,
  targets: readonly DialectName[],
): { readonly detail: string; readonly isWhole: boolean } {
  let isWhole = true
  const parts = targets.map(dialect => {
    const own = forDialect(type, dialect)
    const text = own && dialects[dialect].spell(own)
    isWhole &&= text !== undefined
    return text === undefined ? `not in ${dialectTitle(dialect)}` : `${dialectTitle(dialect)} ${text}`
  })
  return { detail: parts.join(' · '), isWhole }
}

/** The aliases and enums of the project; with a schema before them, its enums. */
function projectTypes(spot: Spot, schema: string | undefined): readonly Candidate[] {
  const { scene } = spot
  const { context } = scene
  const targets = targetsAt(spot)
  const found: Candidate[] = []
  for (const name of context.names.typeNames()) {
    const type = context.names.type(name)
    if (type === undefined) continue
    if (type.kind === 'alias') {
      if (schema !== undefined) continue
      const { declaration, context: own } = type
      if (declaration === spot.scene.element) continue
      const { detail, isWhole } = spelled(resolveAlias(declaration, own), targets)
      const { offset = 0, end = 0 } = declaration.$cstNode ?? {}
      const source = `\`\`\`mig\n${own.parsed.text.slice(offset, end).trim()}\n\`\`\``
      const documentation = [own.parsed.docs.get(offset), source].filter(text => text !== undefined).join('\n\n')
      found.push({
        ...named(name),
        kind: CompletionItemKind.TypeParameter,
        rank: isWhole ? 1 : 2,
        detail,
        documentation,
      })
    } else {
      const key = spot.scene.writtenKey(name)
      const own = readName(key)
      if (schema !== undefined && own.schema !== schema) continue
      const values = spot.scene.enumValues(spot.scene.keyOf(name))
      const label = schema === undefined ? named(key) : { label: own.name, insert: quoteName(own.name) }
      const documentation = [
        scene.schema.enums.get(name)?.comment ?? objectOfType(scene.schema, name)?.comment,
        values.map(value => `\`${value}\``).join(' · '),
      ]
      found.push({
        ...label,
        kind: CompletionItemKind.Enum,
        rank: 1,
        detail: kindOfType(scene.schema, name),
        documentation: documentation.filter(Boolean).join('\n\n'),
      })
    }
  }
  return found
}

/** The domain, composite type or range of a name. */
function objectOfType({ objects }: Spot['scene']['schema'], key: string) {
  return (['domain', 'composite', 'range'] as const).map(kind => objects.get(`${kind} ${key}`)).find(Boolean)
}

function kindOfType(schema: Spot['scene']['schema'], key: string): string {
  return objectOfType(schema, key)?.kind ?? 'enum'
}

const TAKEN: ReadonlySet<string> = new Set([...BUILTIN_TYPES, ...DIALECT_WORDS])

/** A type of the project that shares its name with one that is built in stands in quotes. */
function named(key: string): { readonly label: string; readonly insert: string } {
  const { schema, name } = readName(key)
  if (schema !== undefined) return { label: key, insert: key }
  const insert = writeName(name, TAKEN)
  return { label: TAKEN.has(name) ? insert : name, insert }
}
