import { quoteName } from '../../../compiler/schema/name.ts'
import { foldName } from '../../../compiler/sql/name-text.ts'
import type { ColumnDeclaration, MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'

/** A column at the line that declares it, in a table or in a mixin. */
export interface ColumnHome {
  readonly key: string
  readonly name: string
  readonly node: ColumnDeclaration
  readonly owner: TableDeclaration | MixinDeclaration
  readonly context: Context
}

/** The columns of a table or a mixin, those of the mixins in it among them, by their names and by what they were called. */
export interface ColumnHomes {
  readonly byName: ReadonlyMap<string, ColumnHome>
  /** By the names in lower case, as SQL has them without quotes. */
  readonly folded: ReadonlyMap<string, ColumnHome>
  /** By the name that `was` gives. */
  readonly old: ReadonlyMap<string, ColumnHome>
  readonly mixins: ReadonlySet<MixinDeclaration>
}

/** The key of a mixin; nothing that stands in the database has it. */
export function mixinKey(node: MixinDeclaration): string {
  return `mixin ${quoteName(node.name ?? '')}`
}

/** Reads the columns of a table or mixin, whose own lines have `key` before their names. */
export function readColumnHomes(
  owner: TableDeclaration | MixinDeclaration,
  key: string,
  context: Context,
): ColumnHomes {
  const byName = new Map<string, ColumnHome>()
  const folded = new Map<string, ColumnHome>()
  const old = new Map<string, ColumnHome>()
  const mixins = new Set<MixinDeclaration>()
  read(owner, key, context)
  return { byName, folded, old, mixins }

  function read(node: TableDeclaration | MixinDeclaration, prefix: string, file: Context): void {
    for (const member of node.members ?? []) {
      if (member.$type === 'IncludeMember') include(member.mixin, file)
      if (member.$type !== 'ColumnDeclaration' || member.name === undefined) continue
      const { name } = member
      const home = { key: `${prefix}.${quoteName(name)}`, name, node: member, owner: node, context: file }
      addFirst(byName, name, home)
      addFirst(folded, foldName(name), home)
      const was = (member.modifiers ?? []).find(modifier => modifier.$type === 'WasModifier')?.was
      if (was !== undefined) addFirst(old, foldName(was), home)
    }
  }

  function include(name: string | undefined, file: Context): void {
    const found = name === undefined ? undefined : file.names.mixin(name)
    if (found === undefined || mixins.has(found.declaration)) return
    mixins.add(found.declaration)
    read(found.declaration, mixinKey(found.declaration), found.context)
  }
}

function addFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value)
}
