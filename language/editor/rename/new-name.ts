import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { byteLength } from '../../../compiler/schema/made-name.ts'
import { unquote } from '../../literals/name-literal.ts'
import type { NameKind } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { type Refusal, refuse } from './refusal.ts'

const LONGEST = 63
const TYPE_KINDS: ReadonlySet<NameKind> = new Set(['enum', 'type', 'domain', 'composite', 'range'])
const NOT_IN_DATABASES: ReadonlySet<NameKind> = new Set(['type', 'mixin', 'project'])

/** The name that somebody typed, who may have put it in quotes. */
export function readNewName(typed: string, kind: NameKind, model: ProjectModel): { readonly name: string } | Refusal {
  const text = typed.trim()
  const isQuoted = /^"(?:[^"]|"")+"$/.test(text)
  const name = isQuoted ? unquote(text) : text
  if (name === '' || name === '""') return refuse(`A ${kind} needs a name.`)
  if (/[\r\n\0]/.test(name)) return refuse('A name stands on one line.')
  if (!isQuoted && /^[\w$]+\.[\w$.]+$/.test(name)) {
    return refuse('Write the new name alone: what it belongs to stays. A name with a dot in it goes in quotes.')
  }
  if (!isQuoted && TYPE_KINDS.has(kind) && BUILTIN_TYPES.has(name)) {
    return refuse(`\`${name}\` is a built-in type, which would be meant wherever the name stands without quotes.`)
  }
  const bytes = byteLength(name)
  const isForPostgres = model.loaded.project.targets.some(({ dialect }) => dialect === 'postgres')
  if (bytes > LONGEST && isForPostgres && !NOT_IN_DATABASES.has(kind)) {
    return refuse(`The name has ${bytes} bytes, and Postgres keeps only ${LONGEST}.`)
  }
  return { name }
}
