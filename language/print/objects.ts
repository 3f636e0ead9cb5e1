import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { Enum, Extension, Namespace, Trigger, View } from '../../compiler/schema/objects.ts'
import { writeString } from '../literals/string-literal.ts'
import { writeDocumentation } from './documentation.ts'
import { ENTRY_WORDS, writeName } from './name.ts'
import { writeBody } from './parts.ts'

/** `schema NAME`, without its comment. */
export function writeNamespace({ name, only }: Namespace): string {
  return ['schema', quoteName(name), ...writeOnly(only)].join(' ')
}

/** `extension NAME`. */
export function writeExtension({ name, schema, version, only }: Extension): string {
  const words = ['extension', quoteName(name)]
  if (schema !== undefined) words.push(`schema ${quoteName(schema)}`)
  if (version !== undefined) words.push(`version ${writeString(version)}`)
  return [...words, ...writeOnly(only)].join(' ')
}

/** An enum, without its comment. */
export function writeEnum(object: Enum): string {
  const head = ['enum', nameText(object.name), ...writeOnly(object.only)].join(' ')
  return `${head} ${writeEntries(object.values.map(value => writeName(value, ENTRY_WORDS)))}`
}

/** The lines of an enum between braces. */
export function writeEntries(entries: readonly string[]): string {
  return `{\n${entries.map(entry => `  ${entry}\n`).join('')}}`
}

/** A view, without its comment. */
export function writeView({ name, sql, only }: View): string {
  return ['view', nameText(name), ...writeOnly(only), writeBody(sql)].join(' ')
}

/** A trigger, without its comment. */
export function writeTrigger({ name, table, sql, only }: Trigger): string {
  return ['trigger', quoteName(name), 'on', nameText(table), ...writeOnly(only), writeBody(sql)].join(' ')
}

/** `only postgres`, where there is a limit. */
export function writeOnly(only: string | undefined): readonly string[] {
  return only === undefined ? [] : [`only ${only}`]
}

/** A declaration with its comment before it. */
export function documented(object: { readonly comment?: string }, text: string): string {
  return writeDocumentation(object.comment) + text
}
