import type { ColumnDeclaration, Modifier } from '../../generated/ast.ts'
import type { ColumnHome } from './column-homes.ts'
import { memberKey } from './member-key.ts'
import { memberNames } from './member-made-names.ts'
import type { NameCollector, Owner } from './name-collector.ts'
import { addOtherName } from './other-names.ts'
import { type SqlSubject, sqlPiecesOf } from './sql-piece.ts'
import { addTargetNames } from './target-names.ts'
import { addTypeNames } from './type-names.ts'
import { addValueNames } from './value-names.ts'

/** The names in the line of a column. */
export function addColumnNames(node: ColumnDeclaration, owner: Owner, collector: NameCollector): void {
  const { tokens, context } = collector
  const [from, to] = tokens.of(node)
  if (node.name === undefined || from >= to || tokens.value(from) !== node.name) return
  const key = memberKey(owner.key, node.name)
  collector.add(from, 'column', key, 'declaration')
  addTypeNames(node.types, collector)
  const column = { key, name: node.name, node, owner: owner.node, context }
  for (const modifier of node.modifiers ?? []) addModifier(modifier, column, owner, collector)
}

function addModifier(node: Modifier, column: ColumnHome, owner: Owner, collector: NameCollector): void {
  const { tokens, context } = collector
  const [from, to] = tokens.of(node)
  if (from >= to) return
  const made = (kind: 'constraint' | 'index') => {
    const name = memberNames(owner, collector).get(node)
    if (name !== undefined) collector.addMade(from, kind, memberKey(owner.key, name), name)
  }
  const base = { owner: owner.node, context, column }
  const sql = (what: 'expression' | 'hint', part: { readonly sql?: Parameters<typeof sqlPiecesOf>[0] }) =>
    collector.sql.push(...sqlPiecesOf(part.sql, tokens, { what, ...base } satisfies SqlSubject))
  switch (node.$type) {
    case 'PrimaryModifier':
    case 'UniqueModifier':
      made('constraint')
      break
    case 'IndexModifier':
      made('index')
      break
    case 'CheckModifier':
      if (node.name === undefined) made('constraint')
      else if (tokens.value(from + 1) === node.name)
        collector.add(from + 1, 'constraint', memberKey(owner.key, node.name), 'declaration')
      sql('expression', node)
      break
    case 'ReferenceModifier':
      made('constraint')
      addTargetNames(from + 1, to, collector)
      break
    case 'GeneratedModifier':
      sql('expression', node)
      break
    case 'CollateModifier':
      addOtherName(node.collation, from + 1, to, collector)
      break
    case 'ConvertModifier':
    case 'RevertModifier':
      sql('hint', node)
      break
    case 'DefaultModifier':
      addValueNames(node.value, 'default', owner, column, collector)
      break
    case 'BackfillModifier':
      addValueNames(node.value, 'hint', owner, column, collector)
      break
    case 'WasModifier':
      if (node.was !== undefined && from + 1 < to) collector.add(from + 1, 'column', column.key, 'past')
      break
  }
}
