import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import { forDialect, mapDialects, type PerDialect } from '../../compiler/schema/dialect.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { TypeDeclaration, TypeSpelling } from '../generated/ast.ts'
import type { Context } from './context.ts'
import { unknownType } from './unknown-type.ts'

type Types = PerDialect<Type>

const builtins = new Map<string, Types>()

/** A type with a spelling for every database, one for some, or both; aliases are followed. */
export function lowerTypes(spellings: readonly TypeSpelling[], context: Context): Types {
  const [first] = spellings
  if (first !== undefined && spellings.length === 1 && first.dialect === undefined) return lowerSpelling(first, context)
  let result: Types = {}
  const given = new Set<string>()
  for (const spelling of spellings) {
    const side = spelling.dialect ?? 'all'
    if (given.has(side)) spelledTwice(spelling, context)
    given.add(side)
    const types = lowerSpelling(spelling, context)
    if (spelling.dialect === undefined) result = { ...types, ...result }
    else {
      const type = forDialect(types, spelling.dialect)
      if (type !== undefined) result = { ...result, [spelling.dialect]: type }
    }
  }
  return result
}

function lowerSpelling(spelling: TypeSpelling, context: Context): Types {
  let types = baseType(spelling, context)
  for (const _ of spelling.dimensions ?? []) types = mapDialects<Type, Type>(types, of => ({ kind: 'array', of }))
  return types
}

function baseType(spelling: TypeSpelling, context: Context): Types {
  const { name, sql, args = [] } = spelling
  if (sql !== undefined) return { all: { kind: 'raw', sql } }
  if (name === undefined) return {}
  if (BUILTIN_TYPES.has(name)) {
    if (context.names.hidesDeclared(name)) hidesDeclared(spelling, name, context)
    return builtin(spelling, name, args, context)
  }
  const named = context.names.type(name)
  if (named === undefined) {
    if (!context.names.mayBeLost(name)) unknownType(spelling, name, context)
    return {}
  }
  if (args.length > 0) takesNothing(spelling, name, context)
  return named.kind === 'enum'
    ? { all: { kind: 'enum', name: named.name } }
    : resolveAlias(named.declaration, named.context)
}

function builtin(spelling: TypeSpelling, name: string, args: readonly string[], context: Context): Types {
  const key = args.length === 0 ? name : `${name}(${args.join(',')})`
  const known = builtins.get(key)
  if (known !== undefined) return known
  const numbers = args.map(Number)
  if (!numbers.every(Number.isSafeInteger))
    context.report.error('MIG108', 'The length of a type is a whole number.', 'Write digits only.', { node: spelling })
  else if (numbers.length === 0) builtins.set(key, { all: { kind: 'builtin', name } })
  else builtins.set(key, { all: { kind: 'builtin', name, args: numbers } })
  return builtins.get(key) ?? { all: { kind: 'builtin', name } }
}

/** What an alias stands for, in the end. */
export function resolveAlias(declaration: TypeDeclaration, context: Context): Types {
  const { aliases } = context
  const known = aliases.get(declaration)
  if (known === 'open') {
    const message = `The type \`${declaration.name}\` is made of itself.`
    context.report.error('MIG125', message, 'Give it a type of the database.', { node: declaration, property: 'name' })
    aliases.set(declaration, {})
    return {}
  }
  if (known !== undefined) return known
  aliases.set(declaration, 'open')
  const types = lowerTypes(declaration.spellings ?? [], context)
  aliases.set(declaration, types)
  return types
}

function hidesDeclared(node: TypeSpelling, name: string, { report }: Context): void {
  const message = `\`${name}\` is the built-in type here, not the one that the project declares.`
  const remedy = `Write \`"${name}"\` for the declared one.`
  report.report('warning', 'MIG132', message, remedy, { node, property: 'name' }, { name })
}

function spelledTwice(node: TypeSpelling, context: Context): void {
  const whose = node.dialect === undefined ? 'The type for every database' : `The type for ${node.dialect}`
  const remedy = 'Keep one, or name the database before it: `text, postgres citext`.'
  context.report.error('MIG107', `${whose} is given twice.`, remedy, { node })
}

function takesNothing(node: TypeSpelling, name: string, context: Context): void {
  const remedy = 'Write the length where the type is declared.'
  context.report.error('MIG120', `\`${name}\` takes no length: it is not a built-in type.`, remedy, { node })
}
