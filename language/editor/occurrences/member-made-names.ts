import type { AstNode } from 'langium'
import type { ColumnDeclaration, Modifier } from '../../generated/ast.ts'
import { expandMembers } from '../../lower/expand-members.ts'
import type { NameCollector, Owner } from './name-collector.ts'

type Names = ReadonlyMap<AstNode, string>

const NONE: Names = new Map()
const memory = new WeakMap<Owner, Names>()

/** The names of the keys, checks and indexes of a table, by their lines and modifiers; none for a mixin, which has them in each table. */
export function memberNames(owner: Owner, collector: NameCollector): Names {
  let names = memory.get(owner)
  if (names === undefined) {
    names = readNames(owner, collector)
    memory.set(owner, names)
  }
  return names
}

/** The schema has the members in the order of the text. */
function readNames({ node, key }: Owner, { model, names, context }: NameCollector): Names {
  const table = model.loaded.schema.tables.get(key)
  if (node.$type === 'MixinDeclaration' || table === undefined || names.table(key)?.node !== node) return NONE
  const constraints: AstNode[] = []
  const indexes: AstNode[] = []
  const columns = new Set<string>()
  for (const { member } of expandMembers(node.members ?? [], context)) {
    if (member.$type === 'IndexMember') indexes.push(member)
    else if (member.$type === 'ColumnDeclaration') {
      if (columns.has(member.name)) continue
      columns.add(member.name)
      for (const modifier of keysOf(member)) (modifier.$type === 'IndexModifier' ? indexes : constraints).push(modifier)
    } else if (CONSTRAINTS.test(member.$type)) constraints.push(member)
  }
  if (constraints.length !== table.constraints.length || indexes.length !== table.indexes.length) return NONE
  return new Map<AstNode, string>([
    ...constraints.map((line, at) => [line, table.constraints[at]!.name] as const),
    ...indexes.map((line, at) => [line, table.indexes[at]!.name] as const),
  ])
}

const CONSTRAINTS = /^(?:Primary|Unique|Foreign|Check|Exclude)Member$/
const KEYS = /^(?:Primary|Unique|Index|Check|Reference)Modifier$/
const ONCE = /^(?:Primary|Unique|Index)Modifier$/

/** The modifiers that make members; a second one of a kind that stands once is none. */
function keysOf({ modifiers = [] }: ColumnDeclaration): readonly Modifier[] {
  return modifiers.filter(
    (one, at) =>
      KEYS.test(one.$type) && !(ONCE.test(one.$type) && modifiers.findIndex(other => other.$type === one.$type) < at),
  )
}
