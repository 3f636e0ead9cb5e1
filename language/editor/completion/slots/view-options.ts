import { textOf } from '../grammar/reading.ts'
import type { Offer } from '../spot.ts'
import { wordsOf } from './words-of.ts'

/** The options of a view. */
export const viewOptionOffer: Offer = ({ reads }) => {
  const said = new Set(reads.map(read => read.token.image))
  return wordsOf([
    [
      'security_barrier',
      'Conditions of the view come before those of the query, so that nothing is told of its other rows.',
    ],
    ['security_invoker', 'The tables are read with the rights of who asks (Postgres 15).'],
    ['check_option', 'A row that is written through the view has to be in it: `local` or `cascaded`.'],
  ])
    .filter(({ label }) => !said.has(label))
    .map(item => (item.label === 'check_option' ? { ...item, insert: 'check_option = ' } : item))
}

/** The value of an option of a view. */
export const viewOptionValueOffer: Offer = ({ reads }) =>
  wordsOf(textOf(reads, 'ViewOptionRule.name') === 'check_option' ? ['local', 'cascaded'] : ['true', 'false'])
