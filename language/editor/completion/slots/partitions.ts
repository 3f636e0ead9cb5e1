import type { PartitionBy } from '../../../../compiler/schema/partition.ts'
import { textOf } from '../grammar/reading.ts'
import type { Offer, Spot } from '../spot.ts'
import { stepTableOffer } from './step-words.ts'
import { tablesOf } from './targets.ts'
import { wordsOf } from './words-of.ts'

/** The tables that are divided; in a step, all. */
export const parentOffer: Offer = spot => {
  const { scene, qualifier } = spot
  if (scene.isRevision) return stepTableOffer(spot)
  const [schema] = qualifier
  return tablesOf(scene, schema, () => ({ rank: 0 })).filter(({ label, insert = label }) => {
    const key = scene.keyOf(schema === undefined ? insert : `${schema}.${insert}`)
    return scene.schema.tables.get(key)?.partitionBy !== undefined
  })
}

/** Tables whose columns another one can have. */
export const inheritsOffer: Offer = ({ scene, qualifier, reads }) => {
  const own = textOf(reads, 'Table.name')
  return tablesOf(scene, qualifier[0], () => ({ rank: 0 })).filter(({ label, insert = label }) => insert !== own)
}

/** What stands for no limit in a bound. */
export const boundOffer: Offer = ({ reads }) =>
  reads.some(read => read.token.image === 'in')
    ? wordsOf(['null'])
    : wordsOf([
        ['minvalue', 'Below every value.'],
        ['maxvalue', 'Above every value.'],
      ])

const BEGINS: Readonly<Record<PartitionBy['strategy'], string>> = { range: 'from', list: 'in', hash: 'with' }

/** Whether a bound of that sort fits how its table is divided. */
export function fitsParent(phrase: string, { scene, reads, rules }: Spot): boolean {
  const word = /^(?:values )?(from|in|with)\b/.exec(phrase)?.[1] ?? phrase
  if (rules[0] !== 'BoundRule' || !/^(?:from|in|with|default)$/.test(word)) return true
  const parent = textOf(reads, 'PartitionPlaceRule.parent')
  const by = parent === undefined ? undefined : scene.schema.tables.get(scene.keyOf(parent))?.partitionBy
  if (by === undefined) return true
  return word === 'default' ? by.strategy !== 'hash' : BEGINS[by.strategy] === word
}
