import { dirname, resolve } from 'node:path'
import { quoteName } from '../../../compiler/schema/name.ts'
import type { Element, ImportDeclaration, ObjectDeclaration } from '../../generated/ast.ts'
import type { Context } from '../../lower/context.ts'
import { isObjectDeclaration, kindOfDeclaration } from '../../lower/objects/lower-object.ts'
import { isNamedObjectKind, labelOfNode } from '../family.ts'
import type { NameKind } from '../occurrence.ts'
import { keyNamed } from './head-names.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector } from './name-collector.ts'
import type { NamePlace } from './name-tokens.ts'

const KINDS: Readonly<Partial<Record<Element['$type'], NameKind>>> = {
  ExtensionDeclaration: 'extension',
  SchemaDeclaration: 'schema',
  EnumDeclaration: 'enum',
  TypeDeclaration: 'type',
  MixinDeclaration: 'mixin',
  TableDeclaration: 'table',
  ViewDeclaration: 'view',
  TriggerDeclaration: 'trigger',
}

/** The names in the braces of an import: whatever the file declares. */
export function addImportNames(node: ImportDeclaration, from: number, to: number, collector: NameCollector): void {
  const { tokens, model, context, names } = collector
  if (!node.named || node.path === undefined) return
  const file = model.file(resolve(dirname(context.parsed.file), node.path))
  const other = file && names.contextOf(file)
  if (file === undefined || other === undefined) return
  const declared = new Map(file.ast.elements.map(element => ['name' in element ? element.name : undefined, element]))
  const end = tokens.find(from, to, '}')
  let index = 0
  for (let at = tokens.find(from, end, '{') + 1; at < end; ) {
    const place = tokens.name(at, end)
    const element = place && (declared.get((node.names ?? [])[index++]) ?? declared.get(tokens.value(place.name)))
    const kind = element && KINDS[element.$type]
    if (kind === 'trigger' && element?.$type === 'TriggerDeclaration') {
      collector.add(place!.name, kind, memberKey(keyNamed(element.table, other), element.name), 'reference')
    } else if (kind === 'mixin' || kind === 'type') {
      collector.add(place!.name, kind, `${kind} ${quoteName(tokens.value(place!.name))}`, 'reference')
    } else if (kind === 'schema' || kind === 'extension') {
      collector.add(place!.name, kind, quoteName(tokens.value(place!.name)), 'reference')
    } else if (kind !== undefined) collector.addQualified(place, kind, 'reference')
    else if (place !== undefined && element !== undefined && isObjectDeclaration(element))
      addObject(element, place, other, collector)
    at = place?.next ?? at + 1
  }
}

function addObject(node: ObjectDeclaration, place: NamePlace, { names }: Context, collector: NameCollector): void {
  const kind = kindOfDeclaration(node)
  if (!isNamedObjectKind(kind)) return
  const key = labelOfNode(node, kind, written => names.qualify(written))
  collector.addQualified(place, kind, 'reference', key)
}
