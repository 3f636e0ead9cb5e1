import { dialects } from '../../../compiler/dialects/dialects.ts'
import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { dialectTitle, forDialect, type PerDialect } from '../../../compiler/schema/dialect.ts'
import { quoteName } from '../../../compiler/schema/name.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import type { ColumnDeclaration, TypeDeclaration } from '../../generated/ast.ts'
import { code } from '../revisions/markdown.ts'
import { commentOf, declaration, sourceOf } from './declaration.ts'
import { listFact, type Page } from './page.ts'
import type { Thing } from './thing.ts'

/** A type of the project: what it is in each database, and who uses it. */
export function typePage({ model, key }: Thing): Page | undefined {
  const found = declaration(model, 'TypeDeclaration', node => `type ${quoteName(node.name ?? '')}` === key)
  if (found === undefined) return undefined
  const { node, parsed } = found
  return {
    head: sourceOf(node, parsed),
    comment: commentOf(node, parsed),
    facts: [mapping(model, builtinsOf(node)), listFact('Type of', columnsOfType(model, node.name))],
  }
}

/** The types that an alias gives by their own names. */
function builtinsOf({ spellings = [] }: TypeDeclaration): PerDialect<Type> {
  const types: { -readonly [Part in keyof PerDialect<Type>]: Type } = {}
  for (const { dialect = 'all', name, args = [], sql, dimensions = [] } of spellings) {
    const numbers = args.length === 0 ? {} : { args: args.map(Number) }
    let type: Type | undefined
    if (sql !== undefined) type = { kind: 'raw', sql }
    else if (name !== undefined && BUILTIN_TYPES.has(name)) type = { kind: 'builtin', name, ...numbers }
    for (const _ of dimensions) type = type && { kind: 'array', of: type }
    if (type !== undefined) types[dialect] ??= type
  }
  return types
}

/** What a type is in each target: `Postgres citext · SQLite TEXT`. */
export function mapping(model: Thing['model'], type: PerDialect<Type>): string | undefined {
  const said = model.loaded.project.targets.flatMap(({ dialect }) => {
    const one = forDialect(type, dialect)
    const spelled = one && dialects[dialect].spell(one)
    return spelled === undefined ? [] : [`${dialectTitle(dialect)} ${code(spelled)}`]
  })
  return said.length === 0 ? undefined : said.join(' · ')
}

function columnsOfType({ loaded }: Thing['model'], name: string): readonly string[] {
  return loaded.files.flatMap(({ parsed }) =>
    parsed.ast.elements.flatMap(element => {
      if (element.$type !== 'TableDeclaration' && element.$type !== 'MixinDeclaration') return []
      const own = (element.members ?? []).filter(
        (member): member is ColumnDeclaration =>
          member.$type === 'ColumnDeclaration' && (member.types ?? []).some(type => type.name === name),
      )
      return own.map(column => `${element.name}.${quoteName(column.name ?? '')}`)
    }),
  )
}
