import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Offer } from '../spot.ts'
import { keyed } from './old-names.ts'
import { tablesOf } from './targets.ts'

/** The tables and views that a trigger can stand on. */
export const triggerTableOffer: Offer = ({ scene, qualifier }) => {
  const tables = tablesOf(scene, qualifier[0], () => ({ rank: 0 }))
  if (qualifier.length > 0) return tables
  const views = [...scene.schema.views].map(([key, { comment }]) => ({
    ...keyed(key, scene, CompletionItemKind.Interface),
    documentation: comment,
    rank: 1,
  }))
  return [...tables, ...views]
}
