import type { TypeSpelling } from '../generated/ast.ts'
import type { Subject } from './subject.ts'

/** Every type that is written, each once: on columns, those of mixins among them, and in aliases. */
export function typeSpellings(subject: Subject): readonly TypeSpelling[] {
  let known = found.get(subject)
  if (known === undefined) {
    known = findSpellings(subject)
    found.set(subject, known)
  }
  return known
}

const found = new WeakMap<Subject, readonly TypeSpelling[]>()

function findSpellings(subject: Subject): readonly TypeSpelling[] {
  const all: TypeSpelling[] = []
  for (const { node } of subject.declarations) {
    if (node.$type === 'TypeDeclaration') all.push(...(node.spellings ?? []))
    if (node.$type !== 'TableDeclaration' && node.$type !== 'MixinDeclaration') continue
    for (const member of node.members ?? [])
      if (member.$type === 'ColumnDeclaration') for (const spelling of member.types ?? []) all.push(spelling)
  }
  return all
}
