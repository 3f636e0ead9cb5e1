import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import type { Field } from '../../compiler/schema/objects/composite.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import type { DomainCheck } from '../../compiler/schema/objects/domain.ts'
import type { Privilege } from '../../compiler/schema/objects/grant.ts'
import type { Argument } from '../../compiler/schema/objects/routine.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Value } from '../../compiler/schema/value.ts'
import { sameDialectSql } from '../../compiler/sql/same.ts'
import { sameData } from '../../compiler/steps/objects/same-data.ts'
import { sameIndex, sameTypes, sameValue } from '../../compiler/steps/same.ts'
import { catalogType, catalogValue, indexText } from './member-text.ts'
import { showTexts } from './show-texts.ts'

/** In what parts two objects of the family differ, the comment left aside: clauses whose subject is the object. */
export function objectClauses(from: DbObject, to: DbObject): readonly string[] {
  const [there, wanted] = [from, to] as unknown as readonly Parts[]
  const keys = new Set([...Object.keys(there!), ...Object.keys(wanted!)])
  return [...keys].flatMap(key =>
    APART.has(key) || sameData(there![key], wanted![key]) ? [] : clausesOf(key, there![key], wanted![key]),
  )
}

type Parts = Readonly<Record<string, unknown>>

/** What is told elsewhere, and what the database does not keep. */
const APART: ReadonlySet<string> = new Set(['comment', 'dependsOn', 'only', 'kind'])

function clausesOf(key: string, there: unknown, wanted: unknown): readonly string[] {
  const special = SPECIAL[key]
  if (special !== undefined) return special((there ?? []) as never, (wanted ?? []) as never)
  const states = STATES[key]
  if (states !== undefined) return [states[there === undefined ? 1 : 0]]
  return partClause(WORDS[key] ?? wordsOf(key), textOf(there), textOf(wanted))
}

function partClause(word: string, there: string | undefined, wanted: string | undefined): readonly string[] {
  if (there === wanted) return []
  if (there === undefined) return [`it has no ${word} \`${wanted}\``]
  if (wanted === undefined) return [`it has ${article(word)} ${word} of its own, \`${there}\``]
  return [`its ${word} is ${showTexts(there, wanted)}`]
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}

/** Parts that are either there or not, in the words of both. */
const STATES: Readonly<Record<string, readonly [is: string, not: string]>> = {
  cycle: ['it starts anew at its end', 'it does not start anew at its end'],
  strict: ['it is strict', 'it is not strict'],
  window: ['it is a window function', 'it is no window function'],
  leakproof: ['it is leakproof', 'it is not leakproof'],
  securityDefiner: ['it runs with the rights of its owner', 'it runs with the rights of its caller'],
  notNull: ['it may not be null', 'it may be null'],
  restrictive: ['it is restrictive', 'it is permissive'],
  withNoData: ['it has no data', 'it has data'],
}

const WORDS: Readonly<Record<string, string>> = {
  sql: 'body',
  returns: 'result',
  set: 'list of settings',
  start: 'first number',
  min: 'least number',
  max: 'greatest number',
  owner: 'owning column',
  type: 'type',
  opclass: 'operator class',
  diff: 'function of differences',
  canonical: 'canonical function',
  multirange: 'multirange type',
  using: 'condition for rows that are there',
  check: 'condition for rows that are written',
  roles: 'list of roles',
  collate: 'collation',
  arguments: 'list of arguments',
}

/** `finalfuncModify` as words. */
function wordsOf(key: string): string {
  return key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

const SPECIAL: Readonly<Record<string, (there: never, wanted: never) => readonly string[]>> = {
  default: (there: Value | readonly [], wanted: Value | readonly []) => {
    const [one, two] = [defaultOf(there), defaultOf(wanted)]
    return sameValue(one, two) ? [] : partClause('default', one && catalogValue(one), two && catalogValue(two))
  },
  checks: (there: readonly DomainCheck[], wanted: readonly DomainCheck[]) =>
    members('check', there, wanted, (a, b) => sameDialectSql(a.sql, b.sql), textOfSql),
  fields: (there: readonly Field[], wanted: readonly Field[]) => fieldClauses(there, wanted),
  indexes: (there: readonly Index[], wanted: readonly Index[]) => members('index', there, wanted, sameIndex, indexText),
  privileges: (there: readonly Privilege[], wanted: readonly Privilege[]) => {
    const [had, has] = [there.map(privilegeText), wanted.map(privilegeText)]
    const [lacks, more] = [has.filter(one => !had.includes(one)), had.filter(one => !has.includes(one))]
    return [
      ...(lacks.length === 0 ? [] : [`it lacks ${lacks.join(', ')}`]),
      ...(more.length === 0 ? [] : [`it has ${more.join(', ')} besides`]),
    ]
  },
}

function defaultOf(value: Value | readonly []): Value | undefined {
  return 'kind' in value ? value : undefined
}

function textOfSql({ sql }: DomainCheck): string {
  return sql.all ?? sql.postgres ?? ''
}

function privilegeText({ name, columns }: Privilege): string {
  return columns === undefined ? name : `${name} (${columns.map(quoteName).join(', ')})`
}

interface Named {
  readonly name: string
}

/** Members that are missing, that are there besides, and that are otherwise. */
function members<M extends Named>(
  word: string,
  there: readonly M[],
  wanted: readonly M[],
  same: (a: M, b: M) => boolean,
  text: (member: M) => string,
): readonly string[] {
  const old = new Map(there.map(one => [one.name, one]))
  const names = new Set(wanted.map(one => one.name))
  return [
    ...wanted.flatMap(one => {
      const is = old.get(one.name)
      if (is === undefined) return [`it lacks the ${word} ${quoteName(one.name)}`]
      return same(is, one) ? [] : [`its ${word} ${quoteName(one.name)} is ${showTexts(text(is), text(one))}`]
    }),
    ...there.filter(one => !names.has(one.name)).map(one => `it has the ${word} ${quoteName(one.name)} besides`),
  ]
}

function fieldClauses(there: readonly Field[], wanted: readonly Field[]): readonly string[] {
  const isSame = (a: Field, b: Field) => sameTypes(a.type, b.type) && a.collate === b.collate && a.comment === b.comment
  const clauses = members('field', there, wanted, isSame, fieldText)
  if (clauses.length > 0) return clauses
  return [`its fields stand in the order ${there.map(({ name }) => quoteName(name)).join(', ')}`]
}

function fieldText({ type, collate, comment }: Field): string {
  return [
    catalogType((type.all ?? type.postgres)!),
    ...(collate === undefined ? [] : [`collate ${collate}`]),
    ...(comment === undefined ? [] : [`with the comment ${comment}`]),
  ].join(' ')
}

/** A part in words: nothing of it is a notation that nobody writes. */
function textOf(part: unknown): string | undefined {
  if (part === undefined) return undefined
  if (Array.isArray(part)) return part.map(item => itemText(item)).join(', ')
  if (typeof part !== 'object' || part === null) return String(part)
  if ('all' in part || 'postgres' in part) {
    const { all, postgres } = part as { readonly all?: unknown; readonly postgres?: unknown }
    return textOf(postgres ?? all)
  }
  if ('kind' in part) return catalogType(part as Type)
  if ('table' in part && 'column' in part) {
    const { table, column } = part as { readonly table: QName; readonly column: string }
    return `${nameText(table)}.${quoteName(column)}`
  }
  if ('name' in part) return nameText(part as QName)
  return Object.entries(part)
    .map(([key, value]) => `${wordsOf(key)} ${textOf(value)}`)
    .join(', ')
}

function itemText(item: unknown): string {
  if (Array.isArray(item)) return item.map(String).join(' to ')
  if (typeof item === 'object' && item !== null && 'type' in item) return argumentText(item as Argument)
  return textOf(item) ?? ''
}

function argumentText({ mode, name, type, default: value }: Argument): string {
  const parts = [mode, name === undefined ? undefined : quoteName(name), typeof type === 'string' ? type : textOf(type)]
  return [...parts, value === undefined ? undefined : `default ${value}`].filter(part => part !== undefined).join(' ')
}
