import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Element, ObjectDeclaration } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import { isObjectDeclaration, kindOfDeclaration } from '../../lower/objects/lower-object.ts'
import type { Parsed } from '../../parse.ts'
import { isNamedObjectKind, labelOfNode } from '../family.ts'
import type { NameKind, Occurrence } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { mixinKey } from './column-homes.ts'
import { knownNames } from './known-names.ts'
import { memberKey } from './member-key.ts'
import { splitKey } from './split-key.ts'

const MEMBERS: ReadonlySet<NameKind> = new Set(['column', 'constraint', 'index', 'enum value', 'field'])

/** The files that can declare a thing: those with the declaration that it is, or that it is in. */
export function declaringFiles(
  model: ProjectModel,
  { kind, key }: Pick<Occurrence, 'kind' | 'key'>,
): readonly Parsed[] {
  const files = filesByKey(model)
  return files.get(MEMBERS.has(kind) ? splitKey(key).owner : key) ?? []
}

const memory = new WeakMap<ProjectModel, ReadonlyMap<string, readonly Parsed[]>>()

function filesByKey(model: ProjectModel): ReadonlyMap<string, readonly Parsed[]> {
  const known = memory.get(model)
  if (known !== undefined) return known
  const files = new Map<string, Parsed[]>()
  const names = knownNames(model)
  for (const { parsed } of model.loaded.files) {
    const context = names.contextOf(parsed)
    for (const element of parsed.ast.elements) {
      for (const key of context === undefined ? [] : keysOf(element, context)) {
        const list = files.get(key)
        if (list === undefined) files.set(key, [parsed])
        else if (list.at(-1) !== parsed) list.push(parsed)
      }
    }
  }
  memory.set(model, files)
  return files
}

/** The key of a declaration, and those of the policies in a table. */
function keysOf(node: Element, context: Context): readonly string[] {
  const key = keyOf(node, context)
  const own = key === undefined ? [] : [key]
  if (node.$type !== 'TableDeclaration') return own
  const policies = (node.members ?? []).filter(member => member.$type === 'PolicyDeclaration')
  return [...own, ...policies.flatMap(policy => (policy.name === undefined ? [] : [memberKey(key ?? '', policy.name)]))]
}

/** Things of different kinds can share a key. */
function keyOf(node: Element, { names }: Context): string | undefined {
  if (!('name' in node) || node.name === undefined) return undefined
  switch (node.$type) {
    case 'TableDeclaration':
    case 'ViewDeclaration':
    case 'EnumDeclaration':
      return nameText(names.qualify(node.name))
    case 'MixinDeclaration':
      return mixinKey(node)
    case 'TypeDeclaration':
      return `type ${quoteName(node.name)}`
    case 'TriggerDeclaration':
      return memberKey(nameText(names.qualify(node.table ?? '')), node.name)
    case 'ProjectDeclaration':
    case 'SchemaDeclaration':
    case 'ExtensionDeclaration':
      return quoteName(node.name)
    default: {
      const kind = isObjectDeclaration(node) ? kindOfDeclaration(node) : undefined
      if (kind === undefined || !isNamedObjectKind(kind)) return undefined
      return labelOfNode(node as ObjectDeclaration, kind, written => names.qualify(written))
    }
  }
}
