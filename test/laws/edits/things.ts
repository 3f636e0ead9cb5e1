import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { OtherObject } from '../../../compiler/schema/objects/other.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import { q } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyOrdinary } from './notes.ts'
import type { Rarity } from './rarity.ts'

const pg = { only: 'postgres' } as const

const own = (draft: Draft) => [...draft.objects.values()].filter(one => one.kind === 'object')

/** What a schema gives by its own SQL. */
export const things: Rarity = {
  add: (draft, tape) => {
    const thing = randomThing(draft, tape)
    if (thing !== undefined) draft.objects.set(objectKey(thing), thing)
  },
  edits: [again, again, dropThing],
  isIn: draft => own(draft).length > 0,
}

/** The same name with another text is another form of the thing. */
function randomThing(draft: Draft, tape: Tape, wanted?: string): OtherObject | undefined {
  const table = anyOrdinary(draft, tape)
  const on = q(table?.name.name ?? 'none')
  const other = table?.columns.find(column => column.name !== 'id' && column.only === undefined)
  const kinds: readonly (readonly [string, string, { readonly only: 'postgres' | 'sqlite' }])[] = [
    ['json_to_xml', `create cast (json as xml) with inout${tape.pick(['', ' as assignment'])}`, pg],
    [
      'plus',
      `create operator <+> (leftarg = integer, rightarg = integer, function = ${tape.pick(['int4pl', 'int4mul'])})`,
      pg,
    ],
    [
      'boxes',
      `create virtual table boxes using ${tape.pick(['rtree', 'rtree_i32'])}(id, x0, x1${tape.pick(['', ', y0, y1'])})`,
      { only: 'sqlite' },
    ],
    [
      'letters',
      `create virtual table letters using fts4(title${tape.pick(['', ', body', ', tokenize=porter'])})`,
      { only: 'sqlite' },
    ],
    ['version', `pragma user_version = ${1 + tape.next(3)}`, { only: 'sqlite' }],
    ...(table === undefined
      ? []
      : [['told', `create publication told for table ${on} with (publish = 'insert')`, pg] as const]),
    ...(other === undefined
      ? []
      : [['counted', `create statistics counted on id, ${q(other.name)} from ${on}`, pg] as const]),
  ]
  const found = wanted === undefined ? tape.pick(kinds) : kinds.find(([name]) => name === wanted)
  if (found === undefined) return undefined
  const [name, create, only] = found
  return { kind: 'object', name: { name }, create: { all: create }, ...only }
}

function again(draft: Draft, tape: Tape): void {
  const old = tape.pick(own(draft))
  const next = randomThing(draft, tape, old.name.name)
  if (next !== undefined) draft.objects.set(objectKey(next), next)
}

function dropThing(draft: Draft, tape: Tape): void {
  draft.objects.delete(objectKey(tape.pick(own(draft))))
}
