import { CompletionItemKind } from 'vscode-languageserver-types'
import { RULES } from '../../../../compiler/hazards/rules.ts'
import { quoteName } from '../../../../compiler/schema/name.ts'
import type { Element } from '../../../generated/ast.ts'
import { textsOf } from '../grammar/reading.ts'
import type { Offer } from '../spot.ts'

/** The ids of revisions, the heads first and then the newest. */
export const revisionIdOffer: Offer = ({ scene, reads }) => {
  const past = scene.place.model.past
  if (past === undefined) return []
  const taken = new Set([
    ...textsOf(reads, 'Revision.parents'),
    ...textsOf(reads, 'Needs.revisions'),
    ...textsOf(reads, 'Revision.id'),
  ])
  for (const node of scene.elements) if (node.$type === 'RevisionLine' && node.id) taken.add(node.id)
  return [...past.revisions.values()]
    .map(stored => stored.revision)
    .filter(({ id }) => !taken.has(id))
    .sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : a.id < b.id ? 1 : -1))
    .map(({ id, message, created }) => ({
      label: id,
      kind: CompletionItemKind.Reference,
      detail: `${message} · ${created.slice(0, 10)}`,
      documentation: `${message}\n\n${created}${past.heads.includes(id) ? ' · head' : ''}`,
      rank: past.heads.includes(id) ? 0 : 1,
      filter: `${id} ${message}`,
    }))
}

/** The codes of hazards that can be allowed. */
export const allowCodeOffer: Offer = () =>
  RULES.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(rule => ({
    label: rule.code,
    kind: CompletionItemKind.Constant,
    detail: rule.title,
    documentation: rule.explain.join('\n\n'),
    rank: 0,
    filter: `${rule.code} ${rule.name}`,
  }))

/** What the steps of the revision are about. */
export const allowObjectOffer: Offer = ({ scene }) => {
  const objects = new Set(scene.elements.flatMap(objectsOf))
  return [...objects].map(label => ({ label, kind: CompletionItemKind.Reference, rank: 0 }))
}

function objectsOf(node: Element): readonly string[] {
  switch (node.$type) {
    case 'CreateStep':
    case 'DropStep':
      if (node.object?.name) return [node.object.name]
      return 'table' in node ? itemOf(node.table, node.item) : []
    case 'AddStep':
      return itemOf(node.table, node.item)
    case 'AlterStep':
      return node.table === undefined
        ? 'name' in (node.from ?? {})
          ? [String((node.from as { name?: string }).name)]
          : []
        : itemOf(node.table, node.from)
    case 'RenameStep':
      return [node.from, node.to].filter(path => path !== undefined)
    default:
      return []
  }
}

function itemOf(table: string | undefined, item: object | undefined): readonly string[] {
  if (!table) return []
  const name = item !== undefined && 'name' in item ? item.name : undefined
  return typeof name === 'string' && name !== '' ? [`${table}.${quoteName(name)}`] : [table]
}
