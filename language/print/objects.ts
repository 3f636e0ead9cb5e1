import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { Enum, Extension, Namespace, Trigger, View, ViewColumn } from '../../compiler/schema/objects.ts'
import { writeString } from '../literals/string-literal.ts'
import { writeDocumentation } from './documentation.ts'
import { ENTRY_WORDS, writeName } from './name.ts'
import { familyWords, writeFiring, writeOnly } from './option-words.ts'
import { writeBody, writeSql } from './parts.ts'
import { writeValue } from './value.ts'

/** `schema NAME`, without its comment. */
export function writeNamespace({ name, only }: Namespace): string {
  return ['schema', quoteName(name), ...writeOnly(only)].join(' ')
}

/** `extension NAME`. */
export function writeExtension({ name, schema, version, only, dependsOn }: Extension): string {
  const words = ['extension', quoteName(name)]
  if (schema !== undefined) words.push(`schema ${quoteName(schema)}`)
  if (version !== undefined) words.push(`version ${writeString(version)}`)
  if (dependsOn !== undefined) words.push(`depends on ${dependsOn.map(nameText).join(', ')}`)
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
export function writeView(view: View): string {
  const { name, sql, options = [], columns = [] } = view
  const list = options.map(option => (option.value === 'true' ? option.name : `${option.name} = ${option.value}`))
  const head = [
    'view',
    nameText(name),
    ...writeColumnNames(view),
    ...(list.length === 0 ? [] : [`with (${list.join(', ')})`]),
    ...familyWords(view),
  ]
  if (columns.length === 0) return [...head, writeBody(sql)].join(' ')
  return [...head, '=', writeSql(sql, ''), `{\n${columns.map(writeViewColumn).join('')}}`].join(' ')
}

/** The names that a view gives its columns itself. */
export function writeColumnNames({ columnNames: names }: Pick<View, 'columnNames'>): readonly string[] {
  return names === undefined ? [] : [`(${names.map(quoteName).join(', ')})`]
}

const INDENT = '  '

function writeViewColumn({ name, default: value, comment }: ViewColumn): string {
  const words = [quoteName(name), ...(value === undefined ? [] : [`default ${writeValue(value, INDENT)}`])]
  return `${writeDocumentation(comment, INDENT)}${INDENT}${words.join(' ')}\n`
}

/** A trigger, without its comment. */
export function writeTrigger(trigger: Trigger): string {
  const head = `trigger ${quoteName(trigger.name)} on ${nameText(trigger.table)}`
  return [head, ...writeFiring(trigger.state), ...familyWords(trigger), writeBody(trigger.sql)].join(' ')
}

/** A declaration with its comment before it. */
export function documented(object: { readonly comment?: string }, text: string): string {
  return writeDocumentation(object.comment) + text
}
