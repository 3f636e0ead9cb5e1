import type { MigError } from '../../compiler/failure.ts'
import { findHazards } from '../../compiler/hazards/hazards.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText, sameName } from '../../compiler/schema/name.ts'
import type { Enum } from '../../compiler/schema/objects.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import type { Stage } from './verify-stages.ts'

/** Hazards that say that rows may stop a change. */
const ABOUT_ROWS: ReadonlySet<string> = new Set(
  'MIG204 MIG205 MIG207 MIG208 MIG212 MIG213 MIG219 MIG220 MIG221 MIG222 MIG224 MIG230 MIG234'.split(' '),
)

const MOST_KNOWN = 4

/** What was known of a revision before rows stopped it. */
export interface Foreseen {
  /** Hazards that are about rows, also those that somebody allowed: `users.users_email_key (MIG220)`. */
  readonly hazards: readonly string[]
  /** Conversions and hand-written steps, of whose needs only their author knows. */
  readonly byHand: readonly string[]
  /** Whether one of the hazards says that no row gets through: somebody had to allow it. */
  readonly allowed: boolean
}

/** What was known of a revision in a direction. */
export function foreseen({ stored, before, after }: Stage, direction: Direction, dialect: DialectName): Foreseen {
  const { steps, allows } = stored.revision
  const plan = {
    steps: direction === 'up' ? steps : invertSteps(steps),
    before: direction === 'up' ? before : after!,
    after: direction === 'up' ? after! : before,
    hints: { drops: [], moves: [] },
    targets: [dialect],
  }
  const found = findHazards(plan).filter(({ code }) => ABOUT_ROWS.has(code))
  const owned = allows.filter(({ code }) => ABOUT_ROWS.has(code))
  const allowed = owned.length > 0 || found.some(({ severity }) => severity === 'error')
  const byHand = steps.flatMap(step => {
    if (step.kind === 'sql') return [`the hand-written '${step.name}'`]
    const converts = step.kind === 'alter column' && (step.convert ?? step.revert) !== undefined
    return converts ? [`the conversion of ${nameText(step.table)}.${step.to.name}`] : []
  })
  const hazards = [...found, ...owned].map(({ code, object }) => `${object} (${code})`)
  return { hazards: [...new Set(hazards)], byHand, allowed }
}

/** Names some of what was known, in one phrase. */
export function foreseenText({ hazards, byHand }: Foreseen): string {
  const known = [...hazards, ...byHand]
  const more = known.length > MOST_KNOWN ? [`${known.length - MOST_KNOWN} more`] : []
  return [...known.slice(0, MOST_KNOWN), ...more].join(', ')
}

/** The tables that steps change, by the key that they have where the steps begin, as far as they keep their names. */
export function touchedTables({ stored, before }: Stage): readonly string[] {
  const keys = stored.revision.steps.flatMap(step => {
    if (step.kind === 'rename table') return [nameText(step.from)]
    if (step.kind === 'alter enum') return tablesWith(before, step.from)
    if (!('table' in step)) return []
    return [nameText('columns' in step.table ? step.table.name : step.table)]
  })
  return [...new Set(keys)].filter(key => before.tables.has(key))
}

function tablesWith({ tables }: Schema, { name }: Enum): readonly string[] {
  const isIts = (type: Type | undefined): boolean =>
    type?.kind === 'array' ? isIts(type.of) : type?.kind === 'enum' && sameName(type.name, name)
  return [...tables].filter(([, { columns }]) => columns.some(({ type }) => isIts(type.all))).map(([key]) => key)
}

/** The enums before a revision without the values that it removes: rows that do not hold them cannot be in its way. */
export function enumsThatStay({ stored, before }: Stage): ReadonlyMap<string, Enum> {
  const enums = new Map(before.enums)
  for (const step of stored.revision.steps) {
    if (step.kind !== 'alter enum' || !enums.has(nameText(step.from.name))) continue
    const kept = new Set([...step.to.values, ...step.renames.map(({ from }) => from)])
    const values = step.from.values.filter(value => kept.has(value))
    if (values.length > 0) enums.set(nameText(step.from.name), { ...step.from, values })
  }
  return enums
}

/** The checks that a revision adds, by the table that gets them: plain rows are made so that they pass. */
export function addedChecks({ stored, before }: Stage, dialect: DialectName): ReadonlyMap<string, readonly string[]> {
  const checks = new Map<string, string[]>()
  for (const step of stored.revision.steps) {
    if (step.kind !== 'add constraint' && step.kind !== 'alter constraint') continue
    const check = step.kind === 'add constraint' ? step.constraint : step.to
    const sql = check.kind === 'check' ? forDialect(check.sql, dialect) : undefined
    const key = nameText(step.table)
    if (sql !== undefined && before.tables.has(key)) checks.set(key, [...(checks.get(key) ?? []), sql])
  }
  return checks
}

/** What rows must be like for a statement not to fail as it did. */
export function demandOf(error: MigError): string {
  const state = String(error.facts.sqlstate ?? '')
  const text = error.message
  if (state === '23505' || /UNIQUE constraint failed/.test(text)) return 'rows without duplicates'
  if (state === '23502' || error.code === 'MIG501' || /NOT NULL constraint failed/.test(text))
    return 'rows without nulls there'
  if (state === '23503' || error.code === 'MIG503' || /FOREIGN KEY constraint failed/.test(text))
    return 'rows that point to rows which are there'
  if (error.code === 'MIG502') return 'rows that do not hold the value which goes away'
  if (state === '23514' || /CHECK constraint failed/.test(text)) return 'rows that pass the new check'
  return 'rows whose values fit'
}
