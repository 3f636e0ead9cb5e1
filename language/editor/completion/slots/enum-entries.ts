import { CompletionItemKind } from 'vscode-languageserver-types'
import { ENTRY_WORDS, writeName } from '../../../print/name.ts'
import { valuesOf } from '../scene.ts'
import type { Offer } from '../spot.ts'

/** The values of the enum around the cursor, as those that the rows of a removed one can get. */
export const ownValueOffer: Offer = ({ scene }) =>
  (scene.ownEnum === undefined ? [] : valuesOf(scene.ownEnum)).map(value => ({
    label: value,
    insert: writeName(value, ENTRY_WORDS),
    kind: CompletionItemKind.EnumMember,
    rank: 0,
  }))
