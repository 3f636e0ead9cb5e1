import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { TypeSpelling } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import type { NameCollector } from './name-collector.ts'

/** The names of enums and aliases among the spellings of a type. */
export function addTypeNames(spellings: readonly TypeSpelling[] | undefined, collector: NameCollector): void {
  for (const spelling of spellings ?? []) addTypeName(spelling, collector)
}

function addTypeName(spelling: TypeSpelling, collector: NameCollector): void {
  const { tokens, context } = collector
  const { name: raw, dialect } = spelling
  if (raw === undefined || BUILTIN_TYPES.has(raw)) return
  const [from, to] = tokens.of(spelling)
  const place = tokens.name(dialect === undefined ? from : from + 1, to)
  if (place === undefined || tokens.value(place.name) !== lastOf(raw)) return
  const type = context.names.type(raw)
  if (type?.kind === 'alias') collector.add(place.name, 'type', `type ${quoteName(type.declaration.name)}`, 'reference')
  else if (type?.kind === 'enum') collector.addQualified(place, 'enum', 'reference', nameText(type.name))
}

function lastOf(raw: string): string {
  return readName(raw).name
}
