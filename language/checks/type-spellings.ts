import type { TypeSpelling } from '../generated/ast.ts'
import type { Declared } from './subject.ts'

/** Every type that is written, each once: on columns, those of mixins among them, and in aliases. */
export function typeSpellings(declarations: readonly Declared[]): readonly TypeSpelling[] {
  let known = found.get(declarations)
  if (known === undefined) {
    known = findSpellings(declarations)
    found.set(declarations, known)
  }
  return known
}

const found = new WeakMap<readonly Declared[], readonly TypeSpelling[]>()

function findSpellings(declarations: readonly Declared[]): readonly TypeSpelling[] {
  const all: TypeSpelling[] = []
  for (const { node } of declarations) {
    if (node.$type === 'TypeDeclaration') all.push(...(node.spellings ?? []))
    if (node.$type !== 'TableDeclaration' && node.$type !== 'MixinDeclaration') continue
    for (const member of node.members ?? [])
      if (member.$type === 'ColumnDeclaration') for (const spelling of member.types ?? []) all.push(spelling)
  }
  return all
}
