import { forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { RoutineDeclaration, TextPart, TextWord } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { Place } from './check-report.ts'
import { declaredFunctions } from './declared-functions.ts'
import { missingExtension } from './missing-extension.ts'
import { targetsOf } from './targets.ts'

/** Types that come with an extension of Postgres. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  citext: 'citext',
  cube: 'cube',
  geography: 'postgis',
  geometry: 'postgis',
  halfvec: 'vector',
  hstore: 'hstore',
  isbn: 'isn',
  lquery: 'ltree',
  ltree: 'ltree',
  ltxtquery: 'ltree',
  sparsevec: 'vector',
  vector: 'vector',
}

/** Types of extensions that the project does not create: Postgres knows them only if somebody else does. */
export const checkExtensionTypes: Check = (subject, report) => {
  const check = (type: Type | undefined, place: Place) => {
    const name = typeName(type)
    const extension = name === undefined ? undefined : EXTENSIONS[name]
    if (extension !== undefined) missingExtension(`The type \`${name}\` comes with`, extension, place, subject, report)
  }
  for (const { table, columns } of subject.scope.tables) {
    for (const { node, column } of columns.values()) {
      if (targetsOf(subject, table.only, column.only).includes('postgres'))
        check(forDialect(column.type, 'postgres'), { node, property: 'types', index: 0 })
    }
  }
  if (!subject.targets.includes('postgres')) return
  for (const { node, context } of subject.scope.declarations) {
    const object = 'name' in node && node.name !== undefined ? context.names.qualify(node.name) : undefined
    if (object === undefined) continue
    const at = (kind: string) => subject.schema.objects.get(`${kind} ${nameText(object)}`)
    if (node.$type === 'DomainDeclaration' || node.$type === 'RangeDeclaration') {
      const made = at(node.$type === 'DomainDeclaration' ? 'domain' : 'range')
      const type = made?.kind === 'domain' ? made.type : made?.kind === 'range' ? made.subtype : {}
      if (targetsOf(subject, node.only).includes('postgres'))
        check(forDialect(type, 'postgres'), { node, property: 'types', index: 0 })
    } else if (node.$type === 'CompositeDeclaration') {
      const made = at('composite')
      for (const [place, field] of (made?.kind === 'composite' ? made.fields : []).entries()) {
        const line = node.fields[place]
        if (line !== undefined) check(forDialect(field.type, 'postgres'), { node: line, property: 'types', index: 0 })
      }
    } else if (node.$type === 'FunctionDeclaration' || node.$type === 'ProcedureDeclaration') {
      for (const { word, name } of typesInHead(node)) {
        if (!declaredFunctions(subject).names.has(name)) check({ kind: 'raw', sql: name }, { node: word })
      }
    }
  }
}

const heads = new WeakMap<RoutineDeclaration, readonly { readonly word: TextWord; readonly name: string }[]>()

/** The words in the head of a function that are types of extensions: the last of an argument, and what is returned. */
function typesInHead(node: RoutineDeclaration) {
  let found = heads.get(node)
  if (found === undefined) {
    found = [...typesIn(node.arguments?.parts ?? []), ...typesIn(node.options ?? [])]
    heads.set(node, found)
  }
  return found
}

function typesIn(parts: readonly TextPart[]): readonly { readonly word: TextWord; readonly name: string }[] {
  return parts.flatMap((part, at) => {
    if (part.$type === 'TextGroup') return typesIn(part.parts)
    const name = part.text?.toLowerCase() ?? ''
    const [before, next] = [parts[at - 1], parts[at + 1]]
    const isType = next?.$type !== 'TextWord' || !/^\w/.test(next.text) || AFTER_TYPE.test(next.text)
    const isValue = before?.$type === 'TextWord' && /^(?:=|to|default|\.)$/i.test(before.text)
    return Object.hasOwn(EXTENSIONS, name) && isType && !isValue ? [{ word: part, name }] : []
  })
}

/** What may follow a type in the head of a function. */
const AFTER_TYPE =
  /^(?:default|language|immutable|stable|volatile|strict|leakproof|security|parallel|cost|rows|support|set|window|transform|called|not|external|returns|only|depends|was)$/i

/** The first word of a type in backticks, too: `vector(3)`. */
function typeName(type: Type | undefined): string | undefined {
  if (type?.kind === 'array') return typeName(type.of)
  if (type?.kind === 'raw') return /^\s*([a-z]+)\s*(?:\(|\[|$)/i.exec(type.sql)?.[1]?.toLowerCase()
  return type?.kind === 'builtin' ? type.name : undefined
}
