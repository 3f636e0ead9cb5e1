import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Element } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import type { Parsed } from '../../parse.ts'
import type { NameKind, Occurrence } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { mixinKey } from './column-homes.ts'
import { knownNames, memberKey } from './known-names.ts'
import { splitKey } from './split-key.ts'

const MEMBERS: ReadonlySet<NameKind> = new Set(['column', 'constraint', 'index', 'enum value'])

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
      const key = context && keyOf(element, context)
      if (key === undefined) continue
      const list = files.get(key)
      if (list === undefined) files.set(key, [parsed])
      else if (list.at(-1) !== parsed) list.push(parsed)
    }
  }
  memory.set(model, files)
  return files
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
    default:
      return undefined
  }
}
