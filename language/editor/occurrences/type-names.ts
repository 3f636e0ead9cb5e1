import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { TypeSpelling } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import type { NameKind } from '../occurrence.ts'
import type { NameCollector } from './name-collector.ts'

/** The names of types of the project among the spellings of a type. */
export function addTypeNames(spellings: readonly TypeSpelling[] | undefined, collector: NameCollector): void {
  for (const spelling of spellings ?? []) addTypeName(spelling, collector)
}

function addTypeName(spelling: TypeSpelling, collector: NameCollector): void {
  const { tokens } = collector
  const { name: raw, dialect } = spelling
  if (raw === undefined || BUILTIN_TYPES.has(raw)) return
  const [from, to] = tokens.of(spelling)
  const place = tokens.name(dialect === undefined ? from : from + 1, to)
  if (place === undefined || tokens.value(place.name) !== readName(raw).name) return
  const found = typeOccurrence(raw, collector)
  if (found?.kind === 'type') collector.add(place.name, 'type', found.key, 'reference')
  else if (found !== undefined) collector.addQualified(place, found.kind, 'reference', found.key)
}

const TYPES = ['domain', 'composite', 'range'] as const

/** What a name is as a type: an alias, an enum, or an object of the family. */
export function typeOccurrence(
  raw: string,
  { context, names }: NameCollector,
): { readonly kind: NameKind; readonly key: string } | undefined {
  const type = context.names.type(raw)
  if (type === undefined) return undefined
  if (type.kind === 'alias') return { kind: 'type', key: `type ${quoteName(type.declaration.name)}` }
  const key = nameText(type.name)
  return { kind: TYPES.find(kind => names.object(kind, key) !== undefined) ?? 'enum', key }
}
