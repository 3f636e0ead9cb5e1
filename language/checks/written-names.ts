import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Member } from '../generated/ast.ts'
import { readName } from '../literals/name-literal.ts'
import type { NodePart } from '../lower/reporter.ts'
import type { Subject } from './subject.ts'

/** A name that somebody wrote and that a database will see. */
export interface WrittenName {
  readonly what:
    | 'schema'
    | 'extension'
    | 'enum'
    | 'enum value'
    | 'table'
    | 'view'
    | 'trigger'
    | 'column'
    | 'constraint'
    | 'index'
  /** The last part of a qualified name. */
  readonly name: string
  readonly place: NodePart
  readonly only?: DialectName
}

/** Every name that is written in a declaration, once; made names are short enough and of one form. */
export function* writtenNames(subject: Subject): Generator<WrittenName> {
  for (const { node } of subject.declarations) {
    if (!('name' in node) || node.name === undefined) continue
    switch (node.$type) {
      case 'SchemaDeclaration':
        yield { what: 'schema', name: node.name, place: { node, property: 'name' }, ...onlyOf(node) }
        break
      case 'ExtensionDeclaration':
        yield { what: 'extension', name: node.name, place: { node, property: 'name' }, ...onlyOf(node) }
        break
      case 'EnumDeclaration':
        yield { what: 'enum', name: lastPart(node.name ?? ''), place: { node, property: 'name' }, ...onlyOf(node) }
        for (const entry of node.entries ?? []) {
          if (entry.$type !== 'EnumValueEntry' || entry.name === undefined) continue
          yield { what: 'enum value', name: entry.name, place: { node: entry, property: 'name' }, ...onlyOf(node) }
        }
        break
      case 'ViewDeclaration':
        yield { what: 'view', name: lastPart(node.name ?? ''), place: { node, property: 'name' }, ...onlyOf(node) }
        break
      case 'TriggerDeclaration':
        yield { what: 'trigger', name: node.name, place: { node, property: 'name' }, ...onlyOf(node) }
        break
      case 'TableDeclaration':
        yield { what: 'table', name: lastPart(node.name ?? ''), place: { node, property: 'name' }, ...onlyOf(node) }
        for (const member of node.members ?? []) yield* memberNames(member, node.only)
        break
      case 'MixinDeclaration':
        for (const member of node.members ?? []) yield* memberNames(member, undefined)
        break
    }
  }
}

function* memberNames(node: Member, outer: DialectName | undefined): Generator<WrittenName> {
  const place = { node, property: 'name' }
  if (node.$type === 'ColumnDeclaration') {
    const limit = (node.modifiers ?? []).find(modifier => modifier.$type === 'OnlyModifier')?.only ?? outer
    const only = limit === undefined ? {} : { only: limit }
    if (node.name !== undefined) yield { what: 'column', name: node.name, place, ...only }
    for (const modifier of node.modifiers ?? []) {
      if (modifier.$type !== 'CheckModifier' || modifier.name === undefined) continue
      yield { what: 'constraint', name: modifier.name, place: { node: modifier, property: 'name' }, ...only }
    }
  } else if (node.$type !== 'IncludeMember' && node.$type !== 'DroppedMember' && node.name !== undefined) {
    const what = node.$type === 'IndexMember' ? 'index' : 'constraint'
    yield { what, name: node.name, place, ...onlyOf({ only: node.only ?? outer }) }
  }
}

function lastPart(name: string): string {
  return readName(name).name
}

function onlyOf(node: { readonly only?: DialectName | undefined }): { readonly only?: DialectName } {
  return node.only === undefined ? {} : { only: node.only }
}
