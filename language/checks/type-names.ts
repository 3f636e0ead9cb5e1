import type {
  CompositeDeclaration,
  DomainDeclaration,
  Element,
  EnumDeclaration,
  MixinDeclaration,
  RangeDeclaration,
  TypeDeclaration,
} from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'

type Named =
  | EnumDeclaration
  | MixinDeclaration
  | TypeDeclaration
  | DomainDeclaration
  | CompositeDeclaration
  | RangeDeclaration

const WORDS = {
  EnumDeclaration: 'an enum',
  MixinDeclaration: 'a mixin',
  TypeDeclaration: 'a type',
  DomainDeclaration: 'a domain',
  CompositeDeclaration: 'a composite type',
  RangeDeclaration: 'a range',
} as const satisfies Readonly<Record<Named['$type'], string>>

/** Mixins of one name, and aliases and enums that share one. */
export const checkTypeNames: Check = (subject, report) => {
  const mixins = new Map<string, Named>()
  const types = new Map<string, Named>()
  for (const { node } of subject.declarations) {
    if (node.$type === 'MixinDeclaration') checkTwice(node, mixins, report)
    if (node.$type !== 'MixinDeclaration' && isNamed(node)) checkTwice(node, types, report)
  }
}

function isAlias({ $type }: Named): boolean {
  return $type === 'TypeDeclaration' || $type === 'MixinDeclaration'
}

function isNamed(node: Element): node is Named {
  return Object.hasOwn(WORDS, node.$type)
}

/** Two enums are reported where the text is read, and two types of the database with its names. */
function checkTwice(node: Named, seen: Map<string, Named>, report: CheckReport): void {
  const { name } = node
  if (name === undefined) return
  const other = seen.get(name)
  if (other === undefined) seen.set(name, node)
  else if (isAlias(node) || isAlias(other)) {
    const what = WORDS[other.$type]
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
