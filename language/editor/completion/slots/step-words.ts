import { CompletionItemKind } from 'vscode-languageserver-types'
import { quoteName } from '../../../../compiler/schema/name.ts'
import { writeColumnLine } from '../../../print/column.ts'
import type { Candidate } from '../candidate.ts'
import { textOf } from '../grammar/reading.ts'
import { plainSnippet } from '../items.ts'
import type { Scene } from '../scene.ts'
import type { Offer, Spot } from '../spot.ts'
import { describe, ownFacts, pastOrPresent } from './columns.ts'
import { keyed, plain } from './old-names.ts'

/** The table that a step is about: one that the revisions know, or that the project has. */
export const stepTableOffer: Offer = ({ scene, qualifier }) => tableKeys(scene, qualifier)

function tableKeys(scene: Scene, [schema]: readonly string[]): readonly Candidate[] {
  const past = scene.past?.tables.keys() ?? []
  return [...new Set([...past, ...scene.tables.keys()])]
    .map(key => ({ ...keyed(key, scene, CompletionItemKind.Class), rank: scene.past?.tables.has(key) ? 0 : 1 }))
    .filter(item => schema === undefined || item.insert?.startsWith(`${schema}.`))
    .map(item =>
      schema === undefined
        ? item
        : { ...item, label: item.label.slice(schema.length + 1), insert: item.insert!.slice(schema.length + 1) },
    )
}

/** A column that a step drops or alters: with its whole line, since the step holds what it takes away. */
export const stepColumnOffer: Offer = spot => {
  if (!spot.rules.includes('Drop') && !spot.rules.includes('Alter')) return []
  const isSecond = spot.reads.some(read => read.token.image === 'to')
  return (ownFacts(spot)?.columns ?? []).map(column => {
    const line = writeColumnLine(column, '')
    const more = spot.rules.includes('Alter') && !isSecond ? `${line} to ${line}` : line
    return {
      label: column.name,
      insert: more,
      snippet: plainSnippet(more),
      kind: CompletionItemKind.Field,
      ...describe(column),
      rank: 0,
    }
  })
}

/** What a step renames. */
export const renamedOffer: Offer = spot => {
  const { scene, reads, qualifier } = spot
  const kind = textOf(reads, 'Rename.kind') ?? ''
  if (spot.slot === 'Rename.to') return []
  if (kind === 'table') return tableKeys(scene, qualifier)
  if (kind === 'schema') return names(scene.past?.schemas.keys(), scene, CompletionItemKind.Module)
  if (kind === 'enum') return names(scene.past?.enums.keys(), scene, CompletionItemKind.Enum)
  if (kind === 'view') return names(scene.past?.views.keys(), scene, CompletionItemKind.Interface)
  return qualifier.length === 0
    ? tableKeys(scene, []).map(item => ({ ...item, insert: `${item.insert}.` }))
    : members(kind, spot)
}

function names(keys: Iterable<string> | undefined, scene: Scene, kind: CompletionItemKind): readonly Candidate[] {
  return [...(keys ?? [])].map(key => ({ ...keyed(key, scene, kind), rank: 0 }))
}

function members(kind: string, { scene, qualifier }: Spot): readonly Candidate[] {
  const facts = pastOrPresent(qualifier.map(quoteName).join('.'), scene)
  if (facts === undefined) return tableKeys(scene, qualifier)
  if (kind === 'column')
    return facts.columns.map(column => ({
      ...plain(column.name, CompletionItemKind.Field),
      ...describe(column),
      rank: 0,
    }))
  if (kind === 'trigger') {
    const triggers = [...(scene.past?.triggers ?? scene.schema.triggers)].filter(([key]) =>
      key.startsWith(`${facts.key}.`),
    )
    return triggers.map(([, trigger]) => ({ ...plain(trigger.name, CompletionItemKind.Event), rank: 0 }))
  }
  const all = kind === 'index' ? facts.indexes : facts.constraints
  return all
    .filter(item => item.name !== '')
    .map(item => ({ ...plain(item.name, CompletionItemKind.Property), rank: 0 }))
}
