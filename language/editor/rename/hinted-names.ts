import type { Named } from '../../../compiler/diff/has-named.ts'
import { quoteName } from '../../../compiler/schema/name.ts'
import type { MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import { isNamedObjectKind } from '../family.ts'
import type { Occurrence } from '../occurrence.ts'
import { knownNames } from '../occurrences/known-names.ts'
import { splitKey } from '../occurrences/split-key.ts'
import type { ProjectModel } from '../project-model.ts'

/** A thing as hints speak of it: what a mixin declares is one thing in each table that includes it. */
export function hintedNames(
  { kind, key }: Pick<Occurrence, 'kind' | 'key'>,
  owner: TableDeclaration | MixinDeclaration | undefined,
  model: ProjectModel,
): readonly Named[] {
  switch (kind) {
    case 'table':
    case 'enum':
    case 'view':
      return [{ kind, name: key }]
    case 'field':
      return [{ kind, in: splitKey(key).owner, name: splitKey(key).name }]
    case 'schema':
      return [{ kind, name: splitKey(`.${key}`).name }]
    case 'enum value':
    case 'trigger':
      return [{ kind, in: splitKey(key).owner, name: splitKey(key).name }]
    case 'column':
    case 'constraint':
    case 'index': {
      const { name } = splitKey(key)
      if (owner?.$type !== 'MixinDeclaration') return [{ kind, in: splitKey(key).owner, name }]
      return knownNames(model)
        .includersOf(owner)
        .map(table => ({ kind, in: table.key, name }))
    }
    default:
      return isNamedObjectKind(kind) ? [{ kind, name: key }] : []
  }
}

/** The same thing under another name. */
export function underName(thing: Named, name: string): Named {
  const { kind } = thing
  if (kind !== 'table' && kind !== 'enum' && kind !== 'view' && !isNamedObjectKind(kind)) return { ...thing, name }
  const [, label = thing.name, types = ''] = /^((?:"(?:[^"]|"")*"|[^"(])*)(\(.*)?$/s.exec(thing.name) ?? []
  const { owner } = splitKey(label)
  return { ...thing, name: `${owner === '' ? '' : `${owner}.`}${quoteName(name)}${types}` }
}
