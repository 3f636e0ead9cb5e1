import type { EnumDeclaration } from '../../generated/ast.ts'
import { declaredName } from '../declared-name.ts'
import type { Hint, HintPlace } from './hint.ts'

/** What an enum is in SQLite, which has none. */
export function enumHints(node: EnumDeclaration, { model, parsed }: HintPlace): readonly Hint[] {
  const name = declaredName(parsed, node)
  const isIn = model.loaded.project.targets.some(({ dialect }) => dialect === 'sqlite')
  if (name === undefined || !isIn || node.only === 'postgres') return []
  const tooltip = 'SQLite has no enums: each column of this type is a text, with `check (… in (…))`.'
  return [{ at: name.end, label: 'text in SQLite', tooltip, isType: true }]
}
