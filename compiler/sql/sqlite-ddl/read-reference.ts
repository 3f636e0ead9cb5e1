import type { ConflictClause, Reference } from './create-table.ts'
import type { Cursor } from './cursor.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const CONFLICTS: readonly ConflictClause[] = ['rollback', 'abort', 'fail', 'ignore', 'replace']
const ACTIONS = ['restrict', 'cascade', 'set null', 'set default', 'no action'] as const

/** Reads `on conflict replace`, where it stands. */
export function readConflict(cursor: Cursor): { readonly conflict?: ConflictClause } {
  if (!cursor.take('on', 'conflict')) return {}
  const conflict = CONFLICTS.find(one => cursor.take(one))
  return conflict === undefined ? {} : { conflict }
}

/** Reads what stands after REFERENCES (syntax/foreign-key-clause.html). */
export function readReference(cursor: Cursor): Reference {
  const reference: Writable<Reference> = { table: cursor.takeName() ?? '' }
  const group = cursor.takeGroup()
  if (group !== undefined) reference.columns = readNames(group)
  for (;;) {
    if (cursor.take('on', 'delete')) setAction(reference, 'onDelete', takeAction(cursor))
    else if (cursor.take('on', 'update')) setAction(reference, 'onUpdate', takeAction(cursor))
    else if (cursor.take('match')) reference.match = cursor.takeName() ?? ''
    else if (startsDeferrable(cursor)) reference.deferrable = takeDeferrable(cursor)
    else return reference
  }
}

/** The names of a list in brackets. */
export function readNames(group: Cursor): readonly string[] {
  const names: string[] = []
  while (group.token !== undefined) {
    const name = group.takeName()
    if (name === undefined) group.pass()
    else names.push(name)
  }
  return names
}

function setAction(reference: Writable<Reference>, key: 'onDelete' | 'onUpdate', action: Reference['onDelete']): void {
  if (action !== undefined) reference[key] = action
}

function takeAction(cursor: Cursor): Reference['onDelete'] {
  return ACTIONS.find(action => cursor.take(...action.split(' ')))
}

export function startsDeferrable(cursor: Cursor): boolean {
  return cursor.sees('deferrable') || cursor.sees('not', 'deferrable')
}

/** Reads `[not] deferrable [initially deferred|immediate]`; without INITIALLY it is immediate. */
export function takeDeferrable(cursor: Cursor): NonNullable<Reference['deferrable']> {
  const not = cursor.take('not', 'deferrable')
  if (!not) cursor.take('deferrable')
  const deferred = cursor.take('initially', 'deferred')
  if (!deferred) cursor.take('initially', 'immediate')
  if (not) return 'not deferrable'
  return deferred ? 'initially deferred' : 'initially immediate'
}
