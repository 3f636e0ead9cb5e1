import type { Dialect } from '../../compiler/dialects/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { SqlStep, Step } from '../../compiler/steps/step.ts'
import type { Connection } from '../connection.ts'
import { asChecked } from './as-checked.ts'
import { compareCatalogs, type Difference } from './compare-catalogs.ts'
import type { DriftFinding } from './drift-finding.ts'
import { driftFinding, isTaken } from './drift-findings.ts'
import { idleFindings } from './idle-findings.ts'
import { inOwnWords } from './in-own-words.ts'
import { withPlacedExtensions } from './managed-part.ts'
import { objectOf } from './object-of.ts'
import { inItsWords } from './postgres/in-its-words.ts'
import { objectsInItsWords } from './postgres/objects-in-its-words.ts'
import type { RefusedText } from './postgres/refused-text.ts'
import type { Live } from './read-live.ts'
import { untoldFindings } from './untold-findings.ts'
import { wantedCatalog } from './wanted-catalog.ts'

/** A database to compare. */
export interface Subject {
  readonly dialect: Dialect
  readonly connection: Connection
  readonly live: Live
  /** Hand-written steps that ran. */
  readonly handWritten: readonly SqlStep[]
  /** Milliseconds that a lock is waited for. */
  readonly lockTimeout: number
}

/** How a database differs from a schema. */
export interface Drift {
  /** The schema as the database would hold it. */
  readonly wanted: Schema
  readonly findings: readonly DriftFinding[]
  /** What would bring it back, in order. */
  readonly steps: readonly Step[]
}

interface Told extends Drift {
  readonly differences: readonly (Difference & { readonly finding: DriftFinding | undefined })[]
}

/** Compares a database with a schema. */
export async function compareWith(fold: Schema, subject: Subject): Promise<Told> {
  const { dialect, connection, handWritten, lockTimeout } = subject
  const { searchPath } = subject.live
  const plain = withPlacedExtensions(await wantedCatalog(dialect, fold, handWritten), subject.live.schema)
  const live = { ...subject.live, schema: asChecked(subject.live.schema, plain) }
  const settings = { lockTimeout, ...(searchPath !== undefined && { searchPath }) }
  const words =
    dialect.name === 'postgres'
      ? await inItsWords(connection, live.schema, plain, settings)
      : { schema: plain, untold: [], refused: new Map<string, RefusedText>() }
  const named = live.objects.filter(({ kind }) => kind !== 'schema' && kind !== 'extension')
  const objects = new Map(named.map(object => [object.name, object]))
  const others =
    dialect.name === 'postgres'
      ? await objectsInItsWords(connection, live.schema, words.schema, settings)
      : { schema: words.schema, untold: [], refused: new Map<string, RefusedText>() }
  const refused = new Map([...words.refused, ...others.refused])
  const around = { dialect: dialect.name, handWritten, objects, idle: live.idle, refused }
  const own = others.schema
  const { differences, steps } = compareCatalogs(dialect, live.schema, own)
  const told = differences.map(difference => ({ ...difference, finding: driftFinding(difference, around) }))
  const blocked = new Set(differences.filter(one => isTaken(one, around)).flatMap(one => one.steps))
  return {
    wanted: own,
    differences: told,
    findings: [
      ...told.flatMap(({ finding }) => finding ?? []),
      ...idleFindings(live.idle, words.schema),
      ...untoldFindings([...words.untold, ...others.untold]),
    ],
    steps: steps.filter(step => !blocked.has(step)).map(step => inOwnWords(step, plain)),
  }
}

/**
 * How a database differs in which a revision stands half way: an object that is as on one of the two sides of that revision
 * is where it may be.
 */
export function halfWayDrift(before: Told, after: Told): Drift {
  const keyOf = ({ object }: Difference) => `${object.word} ${object.key}`
  const both = new Set(after.differences.map(keyOf))
  const passed = before.differences.filter(difference => !both.has(keyOf(difference)))
  const findings = new Set(passed.flatMap(({ finding }) => finding ?? []))
  const keys = new Set(passed.flatMap(({ steps }) => steps.map(stepKey)))
  return {
    wanted: before.wanted,
    findings: before.findings.filter(finding => !findings.has(finding)),
    steps: before.steps.filter(step => !keys.has(stepKey(step))),
  }
}

function stepKey(step: Step): string {
  return `${step.kind} ${objectOf(step)?.key}`
}
