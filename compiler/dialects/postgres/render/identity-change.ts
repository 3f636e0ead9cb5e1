import type { Column, Identity } from '../../../schema/column.ts'
import { madeName } from '../../../schema/made-name.ts'
import { type QName, sameName, withName } from '../../../schema/name.ts'
import { plainIdentity } from '../plain-form.ts'
import { quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { identityClause } from './column-text.ts'
import { emit, type Rendering } from './rendering.ts'

/** What `alter column` says to give a column its identity, or to change the one it has. */
export function identityActions(from: Column, to: Column): readonly string[] {
  if (to.identity === undefined) return []
  if (isNewIdentity(from, to)) return [`add ${identityClause(to.identity)}`]
  const old = plainIdentity(from.identity!)
  const next = plainIdentity(to.identity)
  const start = firstNumber(to.identity)
  const sets = [
    ...(old.always === next.always ? [] : [`set generated ${next.always ? 'always' : 'by default'}`]),
    ...(old.increment === next.increment ? [] : [`set increment by ${next.increment ?? '1'}`]),
    ...(old.min === next.min ? [] : [next.min === undefined ? 'set no minvalue' : `set minvalue ${next.min}`]),
    ...(old.max === next.max ? [] : [next.max === undefined ? 'set no maxvalue' : `set maxvalue ${next.max}`]),
    ...(old.cache === next.cache ? [] : [`set cache ${next.cache ?? '1'}`]),
    ...(old.cycle === next.cycle ? [] : [next.cycle ? 'set cycle' : 'set no cycle']),
    ...(firstNumber(from.identity!) === start ? [] : [`set start with ${start}`]),
  ]
  return sets.length === 0 ? [] : [sets.join(' ')]
}

/** A sequence that turns round has other bounds: it is made anew. */
export function isNewIdentity({ identity: from }: Column, { identity: to }: Column): boolean {
  return to !== undefined && (from === undefined || countsDown(from) !== countsDown(to))
}

function countsDown({ increment = '1' }: Identity): boolean {
  return increment.startsWith('-')
}

/** Where a sequence starts that does not say it: at its end (CREATE SEQUENCE). */
function firstNumber(identity: Identity): string {
  return identity.start ?? (countsDown(identity) ? (identity.max ?? '-1') : (identity.min ?? '1'))
}

/** Gives the sequence of an identity the name that it is to have. */
export function renameSequence(work: Rendering, table: QName, from: Column, to: Column): void {
  if (from.identity === undefined || to.identity === undefined || isNewIdentity(from, to)) return
  const [old, next] = [sequenceOf(table, from), sequenceOf(table, to)]
  if (sameName(old, next)) return
  if (old.schema !== next.schema)
    emit(work, `alter sequence ${quoteQName(old)} set schema ${quoteIdentifier(next.schema ?? 'public')}`)
  const there: QName = withName(next, old.name)
  if (old.name !== next.name) emit(work, `alter sequence ${quoteQName(there)} rename to ${quoteIdentifier(next.name)}`)
}

/** The name of the sequence of an identity. */
export function sequenceOf(table: QName, { name, identity }: Column): QName {
  return identity?.sequence ?? withName(table, madeName(table.name, [name], 'seq'))
}

/** A new identity goes on after the numbers that the rows hold already. */
export function continueAfterRows(work: Rendering, table: QName, column: Column): void {
  const { increment = '1' } = column.identity!
  const down = countsDown(column.identity!)
  const first = firstNumber(column.identity!)
  const name = quoteIdentifier(column.name)
  const next = `coalesce(${down ? 'least' : 'greatest'}(${down ? 'min' : 'max'}(${name}) + (${increment}), ${first}), ${first})`
  const sequence = `pg_get_serial_sequence(${quoteString(quoteQName(table))}, ${quoteString(column.name)})`
  emit(work, `select setval(${sequence}, ${next}, false) from ${quoteQName(table)}`)
}
