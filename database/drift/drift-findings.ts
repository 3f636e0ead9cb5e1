import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import type { SqlStep } from '../../compiler/steps/step.ts'
import type { CatalogObject, IdleMember } from './catalog-object.ts'
import type { Difference } from './compare-catalogs.ts'
import type { DriftFinding } from './drift-finding.ts'
import type { RefusedText } from './postgres/refused-text.ts'
import { isCommentOnly, tellDifference } from './tell-difference.ts'

/** What is known of a database beside its schema. */
export interface Surroundings {
  readonly dialect: DialectName
  /** All tables, views, types and functions, by name. */
  readonly objects: ReadonlyMap<string, CatalogObject>
  readonly idle: readonly IdleMember[]
  /** What the database does not take of the wanted texts, with what it said: by `column users.age`, `view big_orders`. */
  readonly refused: ReadonlyMap<string, RefusedText>
  /** Hand-written steps that ran. */
  readonly handWritten: readonly SqlStep[]
}

const BRING_BACK =
  'Bring it back with the SQL that --verbose prints; or, where the change is meant, make it in the schema files, run `mig compile`, and `mig stamp` this database.'

/** A difference in words; undefined for one that hand-written SQL accounts for. */
export function driftFinding(difference: Difference, around: Surroundings): DriftFinding | undefined {
  switch (difference.kind) {
    case 'missing':
      return missing(difference, around)
    case 'different':
      return different(difference, around)
    case 'extra':
      return isByHand(difference, around) ? undefined : extra(difference)
  }
}

/** Whether something of the same name is there, so that the steps could not make it. */
export function isTaken({ object, kind }: Difference, { objects, idle }: Surroundings): boolean {
  if (kind !== 'missing') return false
  if (object.word === 'Index') return invalidIndex(object.key, idle) !== undefined
  return takenBy(object.word, object.key, objects) !== undefined
}

function missing({ object }: Difference, { objects, idle }: Surroundings): DriftFinding {
  const { word, key, place = key } = object
  const other = takenBy(word, key, objects)
  if (other !== undefined) {
    const message = `${word} ${key} is not there: a ${other.kind} has its name.`
    const remedy = 'Look who made it and what it holds, rename or drop it, and run the command again.'
    return { code: 'MIG571', severity: 'error', message, remedy, object: key }
  }
  if (word === 'Index' && invalidIndex(key, idle) !== undefined) {
    const message = `${word} ${key} is there, but invalid: building it failed half way.`
    const remedy = `Run \`reindex index concurrently ${quoteName(object.name)}\`, or drop it and make it again.`
    return { code: 'MIG571', severity: 'error', message, remedy, object: key }
  }
  return {
    code: 'MIG570',
    severity: 'error',
    message: `${word} ${key} is not there.`,
    remedy: BRING_BACK,
    object: place,
  }
}

/** Relations, types and views share their names (the manual, CREATE TYPE); what is of the same kind would have been found. */
function takenBy(word: string, key: string, objects: Surroundings['objects']): CatalogObject | undefined {
  return word === 'Table' || word === 'View' || word === 'Enum' ? objects.get(key) : undefined
}

function invalidIndex(key: string, idle: readonly IdleMember[]): IdleMember | undefined {
  return idle.find(({ kind, table, name }) => kind === 'invalid index' && `${table}.${quoteName(name)}` === key)
}

function different({ object, steps }: Difference, { refused, dialect }: Surroundings): DriftFinding {
  const { word, key, place } = object
  const clauses = tellDifference(steps)
  const text = refused.get(place ?? `${REFUSED[word] ?? 'constraint'} ${key}`)
  const why = text === undefined ? [] : [`${dialect} does not take what is wanted there (${text.said})`]
  const told = [...clauses, ...why].join('; ')
  return {
    code: 'MIG571',
    severity: isCommentOnly(steps) ? 'warning' : 'error',
    message: `${word} ${key} is not as the revisions make it${told === '' ? '' : `: ${told}`}.`,
    remedy: BRING_BACK,
    object: place ?? key,
    ...(text !== undefined && text.sql !== '' && { refused: text }),
  }
}

const REFUSED: Readonly<Record<string, string>> = { Column: 'column', Index: 'index', Trigger: 'trigger', View: 'view' }

function extra({ object, steps }: Difference): DriftFinding {
  const [step] = steps
  const bare = step?.kind === 'drop column' && !step.column.nullable && step.column.default === undefined
  const needs = bare && !step.column.generated && !step.column.identity ? ' It is NOT NULL without a default.' : ''
  return {
    code: 'MIG572',
    severity: 'warning',
    message: `${object.word} ${object.key} is in no revision.${needs}`,
    remedy: 'Mig leaves it alone. Write it into the schema files if it is to stay, or drop it.',
    object: object.place ?? object.key,
  }
}

/** Whether hand-written SQL names what the steps do not know. */
function isByHand({ object }: Difference, { dialect, handWritten }: Surroundings): boolean {
  const name = object.name.toLowerCase()
  return handWritten.some(({ up }) => {
    const sql = 'run' in up ? forDialect(up.run, dialect) : undefined
    return sql?.toLowerCase().includes(name) ?? false
  })
}
