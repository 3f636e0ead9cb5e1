import type { EnumDeclaration, MixinDeclaration, TypeDeclaration } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'

type Named = EnumDeclaration | MixinDeclaration | TypeDeclaration

/** Mixins of one name, and aliases and enums that share one. */
export const checkTypeNames: Check = (subject, report) => {
  const mixins = new Map<string, Named>()
  const types = new Map<string, Named>()
  for (const { node } of subject.declarations) {
    if (node.$type === 'MixinDeclaration') checkTwice(node, mixins, report)
    if (node.$type === 'TypeDeclaration' || node.$type === 'EnumDeclaration') checkTwice(node, types, report)
  }
}

/** Two enums are reported where the text is read. */
function checkTwice(node: Named, seen: Map<string, Named>, report: CheckReport): void {
  const { name } = node
  if (name === undefined) return
  const other = seen.get(name)
  if (other === undefined) seen.set(name, node)
  else if (node.$type !== 'EnumDeclaration' || other.$type !== 'EnumDeclaration') {
    const what = { EnumDeclaration: 'an enum', MixinDeclaration: 'a mixin', TypeDeclaration: 'a type' }[other.$type]
    const message = `\`${name}\` is ${what} already.`
    report.error({
      code: 'MIG123',
      message,
      remedy: 'Rename or remove one of them.',
      place: { node, property: 'name' },
      data: { name },
    })
  }
}
