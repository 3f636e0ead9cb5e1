import { nameText } from '../../compiler/schema/name.ts'
import { inputTypes } from '../../compiler/schema/objects/routine.ts'
import { readAggregateArguments } from '../../compiler/sql/aggregate/read-aggregate.ts'
import type { NameSpace } from '../../compiler/steps/objects/names.ts'
import type { DroppedDeclaration, ObjectDeclaration, TableDeclaration, TextGroup } from '../generated/ast.ts'
import { insideOf } from '../lower/objects/text-of.ts'
import type { NamedObjectKind } from './occurrence.ts'
import { memberKey } from './occurrences/member-key.ts'

/** What the editor has to know of a kind of object beside its grammar. */
interface KindFacts {
  /** How its label is made: its name, its name in its table, or its name with the types of its arguments. */
  readonly called: 'by name' | 'in its table' | 'with arguments'
  /** Among which names SQL looks for it; nothing where SQL names it nowhere. */
  readonly space?: Exclude<NameSpace, 'column'>
}

const FACTS: { readonly [K in NamedObjectKind]: KindFacts } = {
  function: { called: 'with arguments', space: 'routine' },
  procedure: { called: 'with arguments', space: 'routine' },
  aggregate: { called: 'with arguments', space: 'routine' },
  sequence: { called: 'by name', space: 'relation' },
  domain: { called: 'by name', space: 'type' },
  composite: { called: 'by name', space: 'type' },
  range: { called: 'by name', space: 'type' },
  'materialized view': { called: 'by name', space: 'relation' },
  policy: { called: 'in its table' },
  rule: { called: 'in its table' },
  object: { called: 'by name' },
}

/** Whether a word is a kind of object that has a name. */
export function isNamedObjectKind(kind: string): kind is NamedObjectKind {
  return Object.hasOwn(FACTS, kind)
}

/** The facts of a kind. */
export function kindFacts(kind: NamedObjectKind): KindFacts {
  return FACTS[kind]
}

/** The kinds that have a name within a table. */
export function isInTable(kind: string): boolean {
  return isNamedObjectKind(kind) && FACTS[kind].called === 'in its table'
}

type Qualify = (written: string) => Parameters<typeof nameText>[0]

/** The label of an object that is declared, as its key has it. */
export function labelOfNode(node: ObjectDeclaration, kind: NamedObjectKind, qualify: Qualify): string {
  const group = 'arguments' in node ? node.arguments : undefined
  return labelOf(kind, { name: node.name ?? '', table: tableOf(node), ...(group && { arguments: group }) }, qualify)
}

/** The same of one that `dropped` names. */
export function labelOfDropped(node: DroppedDeclaration, kind: NamedObjectKind, qualify: Qualify): string {
  return labelOf(kind, node, qualify)
}

type Called = { readonly name: string; readonly table?: string; readonly arguments?: TextGroup }

function labelOf(kind: NamedObjectKind, { name, table = '', arguments: group }: Called, qualify: Qualify): string {
  switch (FACTS[kind].called) {
    case 'by name':
      return nameText(qualify(name))
    case 'in its table':
      return memberKey(nameText(qualify(table)), name)
    case 'with arguments':
      return `${nameText(qualify(name))}(${typesOf(group).join(', ')})`
  }
}

/** The types of the arguments in brackets that a call gives. */
export function typesOf(group: TextGroup | undefined): readonly string[] {
  const { arguments: read } = readAggregateArguments(insideOf(group))
  return inputTypes({ arguments: read.filter(one => one !== undefined) })
}

/** The name of the table that a declaration is about, its own if it stands in one. */
export function tableOf(node: ObjectDeclaration): string {
  if ('table' in node && typeof node.table === 'string') return node.table
  const holder = node.$container as Partial<TableDeclaration> | undefined
  return holder?.$type === 'TableDeclaration' ? (holder.name ?? '') : ''
}
