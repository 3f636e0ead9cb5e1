import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { ObjectKind } from '../../compiler/schema/objects/db-object.ts'
import type { Member } from '../generated/ast.ts'
import { readName } from '../literals/name-literal.ts'
import { isObjectDeclaration, kindOfDeclaration } from '../lower/objects/lower-object.ts'
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
    | ObjectKind
  /** The last part of a qualified name. */
  readonly name: string
  readonly place: NodePart
  readonly only?: DialectName
}

/** Every name that is written in a declaration, once; made names are short enough and of one form. */
export function writtenNames(subject: Subject): readonly WrittenName[] {
  const names: WrittenName[] = []
  for (const { node } of subject.scope.declarations) {
    if (!('name' in node) || node.name === undefined) continue
    const place = { node, property: 'name' }
    if (isObjectDeclaration(node)) {
      names.push({ what: kindOfDeclaration(node), name: lastPart(node.name), place, ...onlyOf(node) })
      continue
    }
    switch (node.$type) {
      case 'SchemaDeclaration':
        names.push({ what: 'schema', name: node.name, place, ...onlyOf(node) })
        break
      case 'ExtensionDeclaration':
        names.push({ what: 'extension', name: node.name, place, ...onlyOf(node) })
        break
      case 'EnumDeclaration':
        names.push({ what: 'enum', name: lastPart(node.name), place, ...onlyOf(node) })
        for (const entry of node.entries ?? []) {
          if (entry.$type !== 'EnumValueEntry' || entry.name === undefined) continue
          names.push({
            what: 'enum value',
            name: entry.name,
            place: { node: entry, property: 'name' },
            ...onlyOf(node),
          })
        }
        break
      case 'ViewDeclaration':
        names.push({ what: 'view', name: lastPart(node.name), place, ...onlyOf(node) })
        break
      case 'TriggerDeclaration':
        names.push({ what: 'trigger', name: node.name, place, ...onlyOf(node) })
        break
      case 'TableDeclaration':
        names.push({ what: 'table', name: lastPart(node.name), place, ...onlyOf(node) })
        for (const member of node.members ?? []) addNames(member, node.only, names)
        break
      case 'MixinDeclaration':
        for (const member of node.members ?? []) addNames(member, undefined, names)
        break
    }
  }
  return names
}

function addNames(node: Member, outer: DialectName | undefined, names: WrittenName[]): void {
  if (node.$type === 'IncludeMember' || node.$type === 'DroppedMember' || node.$type === 'RowSecurityMember') return
  if (node.$type === 'ColumnDeclaration') {
    const limit = node.modifiers.find(modifier => modifier.$type === 'OnlyModifier')?.only ?? outer
    const only = onlyOf({ only: limit })
    if (node.name !== undefined)
      names.push({ what: 'column', name: node.name, place: { node, property: 'name' }, ...only })
    for (const modifier of node.modifiers) {
      if (modifier.$type !== 'CheckModifier' || modifier.name === undefined) continue
      names.push({ what: 'constraint', name: modifier.name, place: { node: modifier, property: 'name' }, ...only })
    }
  } else if (node.name !== undefined) {
    const what = node.$type === 'IndexMember' ? 'index' : node.$type === 'PolicyDeclaration' ? 'policy' : 'constraint'
    const only = onlyOf({ only: node.only ?? outer })
    names.push({ what, name: node.name, place: { node, property: 'name' }, ...only })
  }
}

function lastPart(name: string): string {
  return readName(name).name
}

function onlyOf(node: { readonly only?: DialectName | undefined }): { readonly only?: DialectName } {
  return node.only === undefined ? {} : { only: node.only }
}
