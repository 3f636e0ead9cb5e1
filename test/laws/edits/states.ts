import type { Constraint } from '../../../compiler/schema/constraint.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { FiringState } from '../../../compiler/schema/objects.ts'
import { type Draft, triggerKey } from '../../../compiler/schema/schema.ts'
import { fresh } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { anyOrdinary, anyTable, put } from './notes.ts'
import type { Rarity } from './rarity.ts'

const STATES: readonly (FiringState | undefined)[] = [undefined, 'disabled', 'replica', 'always']

const ofPostgres = (draft: Draft) => [...draft.triggers.values()].filter(one => one.sql.postgres !== undefined)

/** Triggers, rules, keys and row security that are there and hold or do not. */
export const states: Rarity = {
  add: (draft, tape) => {
    const table = anyTable(draft, tape)
    if (table === undefined) return
    const name = fresh(tape, ['still', 'Odd Still'], one => draft.triggers.values().some(item => item.name === one))
    const fires = 'before update for each row execute function suppress_redundant_updates_trigger()'
    const state = tape.pick(STATES)
    const trigger = {
      name,
      table: table.name,
      sql: { postgres: fires },
      ...(state && { state }),
      only: 'postgres' as const,
    }
    draft.triggers.set(triggerKey(trigger), trigger)
  },
  edits: [fireOtherwise, fireOtherwise, rowSecurity, lookAtRows, lookAtRows],
  isIn: draft => draft.tables.size > 0,
}

function fireOtherwise(draft: Draft, tape: Tape): void {
  const rules = [...draft.objects.values()].filter(one => one.kind === 'rule')
  const list = [...ofPostgres(draft), ...rules]
  if (list.length === 0) {
    states.add(draft, tape)
    return
  }
  const one = tape.pick(list)
  const { state: _state, ...rest } = one
  const state = tape.pick(STATES)
  const next = { ...rest, ...(state && { state }) }
  if ('kind' in next) draft.objects.set(objectKey(next), next)
  else draft.triggers.set(triggerKey(next), next)
}

function rowSecurity(draft: Draft, tape: Tape): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const { rowSecurity: _rows, forceRowSecurity: _force, ...rest } = table
  put(draft, {
    ...rest,
    ...(tape.chance(2) && { rowSecurity: true }),
    ...(tape.chance(2) && { forceRowSecurity: true }),
  })
}

/** A check or foreign key that was never looked at is, or the other way round. */
function lookAtRows(draft: Draft, tape: Tape): void {
  const table = anyOrdinary(draft, tape)
  const list = table?.constraints.filter(one => one.kind === 'check' || one.kind === 'foreign') ?? []
  if (table === undefined || list.length === 0) return
  const one = tape.pick(list) as Constraint & { kind: 'check' | 'foreign' }
  const { notValid, ...rest } = one
  const next = (notValid ? rest : { ...rest, notValid: true }) as Constraint
  put(draft, { ...table, constraints: table.constraints.map(item => (item === one ? next : item)) })
}
