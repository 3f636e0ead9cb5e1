import { nameText } from '../../../compiler/schema/name.ts'
import type { View } from '../../../compiler/schema/objects.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import { addView } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import type { Rarity } from './rarity.ts'

/** Views with options, with names for their columns, and with what is said of them. */
export const viewHeads: Rarity = {
  add: (draft, tape) => {
    if (draft.views.size === 0) addView(draft, tape)
    tape.pick([options, columnNames, columns])(draft, tape)
  },
  edits: [options, columnNames, columnNames, columns],
  isIn: draft => draft.views.size > 0,
}

function change(draft: Draft, tape: Tape, edit: (view: View) => Partial<View>): void {
  const list = [...draft.views.values()].filter(view => view.sql.all !== undefined)
  if (list.length === 0) return
  const view = tape.pick(list)
  const next = Object.fromEntries(Object.entries({ ...view, ...edit(view) }).filter(([, value]) => value !== undefined))
  draft.views.set(nameText(view.name), next as unknown as View)
}

function options(draft: Draft, tape: Tape): void {
  const lists: readonly (View['options'] | undefined)[] = [
    undefined,
    [{ name: 'security_barrier', value: 'true' }],
    [{ name: 'check_option', value: 'local' }],
    [
      { name: 'check_option', value: 'cascaded' },
      { name: 'security_barrier', value: 'true' },
    ],
  ]
  change(draft, tape, () => ({ options: tape.pick(lists) }) as Partial<View>)
}

/** The first column is always called id: other views read it. */
function columnNames(draft: Draft, tape: Tape): void {
  change(draft, tape, view => {
    const count = view.sql.all!.split('\n')[0]!.split(', ').length
    const names = ['id', 'first one', 'second'].slice(0, Math.min(count, 1 + tape.next(3)))
    return { columnNames: tape.chance(3) ? undefined : names } as Partial<View>
  })
}

function columns(draft: Draft, tape: Tape): void {
  const lists: readonly (View['columns'] | undefined)[] = [
    undefined,
    [{ name: 'id', comment: "It's the key" }],
    [{ name: 'id', default: { kind: 'sql', sql: { all: 'null' } } }],
  ]
  change(draft, tape, () => ({ columns: tape.pick(lists) }) as Partial<View>)
}
