import { withName } from '../../../schema/name.ts'
import type { SequenceObject } from '../../../schema/objects/sequence.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { liveColumn } from '../render/live.ts'
import type { Rendering } from '../render/rendering.ts'
import type { PostgresObject } from './definition.ts'
import { inspectSequences } from './inspect-sequences.ts'

const TYPES = { smallint: 'smallint', int: 'integer' } as const

/** Sequences. An owner that is not there yet is named at the end of the segment: its default may take numbers from this one. */
export const sequenceObject: PostgresObject<'sequence'> = {
  create: one => [
    [one.unlogged ? 'create unlogged sequence' : 'create sequence', quoteQName(one.name), ...createOptions(one)].join(
      ' ',
    ),
  ],
  drop: one => `drop sequence ${quoteQName(one.name)}`,
  change: (from, to) => {
    const options = changeOptions(from, to)
    const logged = from.unlogged === to.unlogged ? [] : [to.unlogged ? 'set unlogged' : 'set logged']
    return [options, logged]
      .filter(words => words.length > 0)
      .map(words => ['alter sequence', quoteQName(to.name), ...words].join(' '))
  },
  rename: (from, to) => [
    ...(from.name.schema === to.name.schema
      ? []
      : [`alter sequence ${quoteQName(from.name)} set schema ${quoteIdentifier(to.name.schema ?? 'public')}`]),
    ...(from.name.name === to.name.name
      ? []
      : [`alter sequence ${quoteQName(withName(to.name, from.name.name))} rename to ${quoteIdentifier(to.name.name)}`]),
  ],
  commentOn: one => `sequence ${quoteQName(one.name)}`,
  holds: () => [],
  goesWith: ({ owner }) =>
    owner === undefined ? [] : [{ space: 'column', name: { name: owner.column }, of: owner.table }],
  release: ({ owner: _owner, ...one }) => ({
    object: one,
    statements: [`alter sequence ${quoteQName(one.name)} owned by none`],
  }),
  possibleNow: (one, work) => (isOwnerThere(one, work) ? one : { ...one, owner: undefined }) as SequenceObject,
  project: one => one,
  inspect: inspectSequences,
}

function isOwnerThere({ owner }: SequenceObject, work: Rendering): boolean {
  return owner === undefined || liveColumn(work, owner.table, owner.column) !== undefined
}

function createOptions({ type, start, increment, min, max, cache, cycle, owner }: SequenceObject): readonly string[] {
  return [
    ...(type === undefined ? [] : [`as ${TYPES[type]}`]),
    ...(increment === undefined ? [] : [`increment by ${increment}`]),
    ...(min === undefined ? [] : [`minvalue ${min}`]),
    ...(max === undefined ? [] : [`maxvalue ${max}`]),
    ...(start === undefined ? [] : [`start with ${start}`]),
    ...(cache === undefined ? [] : [`cache ${cache}`]),
    ...(cycle ? ['cycle'] : []),
    ...(owner === undefined ? [] : [ownedBy(owner)]),
  ]
}

/** What is left out goes back to what Postgres assumes; the value at which the sequence stands stays (ALTER SEQUENCE). */
function changeOptions(from: SequenceObject, to: SequenceObject): readonly string[] {
  const turned = (from.increment?.startsWith('-') ?? false) !== (to.increment?.startsWith('-') ?? false)
  const bounds = turned || from.type !== to.type
  const start = to.start ?? firstOf(to)
  return [
    ...(from.type === to.type ? [] : [`as ${to.type === undefined ? 'bigint' : TYPES[to.type]}`]),
    ...(from.increment === to.increment ? [] : [`increment by ${to.increment ?? '1'}`]),
    ...(from.min === to.min && !bounds ? [] : [to.min === undefined ? 'no minvalue' : `minvalue ${to.min}`]),
    ...(from.max === to.max && !bounds ? [] : [to.max === undefined ? 'no maxvalue' : `maxvalue ${to.max}`]),
    ...((from.start ?? firstOf(from)) === start ? [] : [`start with ${start}`]),
    ...(from.cache === to.cache ? [] : [`cache ${to.cache ?? '1'}`]),
    ...(from.cycle === to.cycle ? [] : [to.cycle ? 'cycle' : 'no cycle']),
    ...(sameOwner(from, to) ? [] : [to.owner === undefined ? 'owned by none' : ownedBy(to.owner)]),
  ]
}

/** Where a sequence starts that does not say it: at its end (CREATE SEQUENCE). */
function firstOf({ increment, min, max }: SequenceObject): string {
  return increment?.startsWith('-') ? (max ?? '-1') : (min ?? '1')
}

function ownedBy({ table, column }: NonNullable<SequenceObject['owner']>): string {
  return `owned by ${quoteQName(table)}.${quoteIdentifier(column)}`
}

function sameOwner({ owner: a }: SequenceObject, { owner: b }: SequenceObject): boolean {
  return a === b || (a !== undefined && b !== undefined && ownedBy(a) === ownedBy(b))
}
