import { quoteName } from '../../../compiler/schema/name.ts'
import type { MixinDeclaration } from '../../generated/ast.ts'
import { mixinKey } from '../occurrences/column-homes.ts'
import { knownNames } from '../occurrences/known-names.ts'
import { commentOf, declaration, sourceOf } from './declaration.ts'
import { listFact, type Page } from './page.ts'
import type { Thing } from './thing.ts'
import { mapping } from './type-page.ts'

/** A mixin: its lines and the tables that include it. */
export function mixinPage({ model, key }: Thing): Page | undefined {
  const found = declaration(model, 'MixinDeclaration', node => mixinKey(node) === key)
  if (found === undefined) return undefined
  const { node, parsed } = found
  const tables = knownNames(model)
    .includersOf(node)
    .map(table => table.key)
  const facts = [listFact('Included by', tables)]
  return { head: sourceOf(node, parsed), comment: commentOf(node, parsed), facts }
}

/** A column that a mixin declares: its line, and the tables that get it. */
export function mixinColumnPage({ model, key }: Thing): Page | undefined {
  const isOwner = (node: MixinDeclaration) => key.startsWith(`${mixinKey(node)}.`)
  const found = declaration(model, 'MixinDeclaration', isOwner)
  if (found === undefined) return undefined
  const { node, parsed } = found
  const name = key.slice(mixinKey(node).length + 1)
  const column = (node.members ?? []).find(
    member => member.$type === 'ColumnDeclaration' && quoteName(member.name ?? '') === name,
  )
  if (column === undefined) return undefined
  const tables = knownNames(model).includersOf(node)
  const first = model.loaded.schema.tables.get(tables[0]?.key ?? '')
  const type = first?.columns.find(other => quoteName(other.name) === name)?.type
  return {
    head: `mixin ${quoteName(node.name)}: ${sourceOf(column, parsed)}`,
    comment: commentOf(column, parsed),
    facts: [
      type && mapping(model, type),
      listFact(
        'In',
        tables.map(table => `${table.key}.${name}`),
      ),
    ],
  }
}
