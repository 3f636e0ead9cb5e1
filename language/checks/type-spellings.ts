import type { Member, TypeSpelling } from '../generated/ast.ts'
import type { Subject } from './subject.ts'

/** Every type that is written, each once: on columns, those of mixins among them, and in aliases. */
export function* typeSpellings(subject: Subject): Generator<TypeSpelling> {
  for (const { node } of subject.declarations) {
    if (node.$type === 'TypeDeclaration') yield* node.spellings ?? []
    if (node.$type === 'TableDeclaration' || node.$type === 'MixinDeclaration') yield* ofMembers(node.members ?? [])
  }
}

function* ofMembers(members: readonly Member[]): Generator<TypeSpelling> {
  for (const member of members) if (member.$type === 'ColumnDeclaration') yield* member.types ?? []
}
