import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Lives } from './life.ts'
import type { Moment } from './moment.ts'

/** The tables whose keys, checks and indexes may follow a step with their names, by the keys that the tables have after it. */
export function tablesBefore(schema: Schema, step: Step): ReadonlyMap<string, Table> {
  switch (step.kind) {
    case 'rename table':
      return named([[nameText(step.to), schema.tables.get(nameText(step.from))]])
    case 'rename column':
      return named([[nameText(step.table), schema.tables.get(nameText(step.table))]])
    case 'rename schema': {
      const inside = [...schema.tables.values()].filter(({ name }) => name.schema === step.from)
      return named(inside.map(table => [nameText({ schema: step.to, name: table.name.name }), table]))
    }
    default:
      return new Map()
  }
}

/** Keys, checks and indexes that were named after a table or a column go by the name that the rename gave them. */
export function followNames(
  lives: Lives,
  before: ReadonlyMap<string, Table>,
  after: ReadonlyMap<string, Table>,
  moment: Moment,
): void {
  for (const [key, old] of before) {
    const now = after.get(key)
    const members = lives.of('table', key)?.members
    if (now === undefined || members === undefined) continue
    members.rename('constraint', pairsOf(old.constraints, now.constraints), moment)
    members.rename('index', pairsOf(old.indexes, now.indexes), moment)
  }
}

type Named = { readonly name: string }

/** They stand at the same places on both sides. */
function pairsOf(before: readonly Named[], after: readonly Named[]) {
  return before.flatMap(({ name }, at) => {
    const to = after[at]?.name
    return to === undefined || to === name ? [] : [{ from: quoteName(name), to: quoteName(to) }]
  })
}

function named(entries: readonly (readonly [string, Table | undefined])[]): ReadonlyMap<string, Table> {
  return new Map(entries.flatMap(([key, table]) => (table === undefined ? [] : [[key, table] as const])))
}
