import { nameText } from '../schema/name.ts'
import { type Draft, draftOf, EMPTY_SCHEMA } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import { applyStep } from '../steps/apply.ts'
import { invertStep } from '../steps/invert.ts'
import type { Step, StepOf } from '../steps/step.ts'
import { temporaryName } from './sequence.ts'

type Rename = StepOf<'rename table'> | StepOf<'rename column'>

/**
 * The rename of a table or column, and around it those of keys and indexes that it would not leave as they should be: a
 * rename takes along every name that looks made from the old one, and on the way back every name that looks made from the
 * new one. A name that somebody wrote so, or that would meet itself, waits under a temporary one meanwhile.
 */
export function withKeptNames(draft: Draft, step: Rename): readonly Step[] {
  const of = step.kind === 'rename table' ? step.from : step.table
  const table = draft.tables.get(nameText(of))
  if (table === undefined || (table.constraints.length === 0 && table.indexes.length === 0)) return [step]
  const aside = membersAside(table, step)
  const now = step.kind === 'rename table' ? step.to : step.table
  const renamed = (member: Member, where: typeof of, from: string, to: string): Step => ({
    kind: `rename ${member.kind}`,
    table: where,
    from,
    to,
  })
  return [
    ...aside.map(member => renamed(member, of, member.name, temporaryName(member.name))),
    step,
    ...aside.map(member => renamed(member, now, temporaryName(member.name), member.name)),
  ]
}

interface Member {
  readonly kind: 'constraint' | 'index'
  readonly name: string
}

/** Members stand at the same places before the step, after it, and after the way back. */
function membersAside(table: Table, step: Rename): readonly Member[] {
  const alone = draftOf({ ...EMPTY_SCHEMA, tables: new Map([[nameText(table.name), table]]) })
  const before = membersOf(table)
  applyStep(alone, step)
  const after = membersOf([...alone.tables.values()][0]!)
  applyStep(alone, invertStep(step))
  const back = membersOf([...alone.tables.values()][0]!)
  const aside = new Set(before.filter((member, at) => back[at]!.name !== member.name))
  for (let found = true; found; ) {
    found = false
    const counts = Map.groupBy(before, (member, at) => (aside.has(member) ? member : after[at]!).name)
    for (const same of counts.values()) {
      if (same.length === 1) continue
      for (const member of same) {
        const at = before.indexOf(member)
        if (aside.has(member) || after[at]!.name === member.name) continue
        aside.add(member)
        found = true
      }
    }
  }
  return [...aside]
}

function membersOf({ constraints, indexes }: Table): readonly Member[] {
  return [
    ...constraints.map(({ name }) => ({ kind: 'constraint' as const, name })),
    ...indexes.map(({ name }) => ({ kind: 'index' as const, name })),
  ]
}
