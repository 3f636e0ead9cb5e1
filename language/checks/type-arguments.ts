import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { TypeSpelling } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { Subject } from './subject.ts'
import { DATABASE, targetsOf } from './targets.ts'
import { typeSpellings } from './type-spellings.ts'
import { isAtLeast, leastVersion } from './version.ts'

/** The numbers behind a type: how many, and how large (the manual, Data Types; Postgres says the same when it refuses). */
export const checkTypeArguments: Check = (subject, report) => {
  for (const node of typeSpellings(subject.scope.declarations)) {
    const { name, args = [] } = node
    if (name === undefined || args.length === 0 || !BUILTIN_TYPES.has(name)) continue
    const numbers = args.map(Number)
    if (!numbers.every(Number.isSafeInteger)) continue
    const targets = targetsOf(subject, node.dialect)
    const problem =
      argumentProblem(name, numbers) ??
      (targets.length > 0 ? versionProblem(node, numbers, subject, targets) : undefined)
    if (problem !== undefined) report.error({ place: { node }, data: { name, ...LIMITS[name] }, ...problem })
  }
}

interface Limits {
  readonly most: number
  readonly least: number
  readonly largest: number
  readonly what: string
}

const LENGTH: Limits = { most: 1, least: 1, largest: 10_485_760, what: 'length' }
const BITS: Limits = { most: 1, least: 1, largest: 83_886_080, what: 'length' }
const SECONDS: Limits = { most: 1, least: 0, largest: 6, what: 'precision' }

const LIMITS: Readonly<Record<string, Limits>> = {
  varchar: LENGTH,
  char: LENGTH,
  bit: BITS,
  varbit: BITS,
  time: SECONDS,
  timetz: SECONDS,
  timestamp: SECONDS,
  timestamptz: SECONDS,
  interval: SECONDS,
  decimal: { most: 2, least: 1, largest: 1000, what: 'precision' },
  vector: { most: 1, least: 1, largest: 16_000, what: 'number of dimensions' },
}

interface Problem {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly data?: Readonly<Record<string, unknown>>
}

function argumentProblem(name: string, args: readonly number[]): Problem | undefined {
  const limits = LIMITS[name]
  const code = 'MIG150'
  if (limits === undefined) {
    return { code, message: `\`${name}\` takes no length.`, remedy: `Write \`${name}\` alone.` }
  }
  const [first = 0, scale = 0] = args
  if (args.length > limits.most) {
    const takes = limits.most === 1 ? 'one number' : 'a precision and a scale'
    return { code, message: `\`${name}\` takes ${takes}, not ${args.length}.`, remedy: 'Remove the others.' }
  }
  if (first < limits.least || first > limits.largest) {
    const range = `${limits.least} to ${limits.largest}`
    return {
      code,
      message: `The ${limits.what} of \`${name}\` is a number from ${range}.`,
      remedy: `Write a number from ${range}.`,
    }
  }
  if (Math.abs(scale) <= 1000) return undefined
  return { code, message: 'The scale of `decimal` is a number from -1000 to 1000.', remedy: 'Write a smaller scale.' }
}

/** Before version 15, the scale of a numeric was at least 0 and at most its precision. */
function versionProblem(
  { name }: TypeSpelling,
  [precision = 0, scale = 0]: readonly number[],
  subject: Subject,
  targets: readonly DialectName[],
): Problem | undefined {
  if (name !== 'decimal' || (scale >= 0 && scale <= precision) || !targets.includes('postgres')) return undefined
  const least = leastVersion(subject, 'postgres')
  if (least === undefined || isAtLeast(least, '15')) return undefined
  return {
    code: 'MIG196',
    data: { dialect: 'postgres', version: '15' },
    message: `A scale below 0 or above the precision needs ${DATABASE.postgres} 15, and the project runs on ${least}.`,
    remedy: `Write a scale from 0 to ${precision}, or \`targets postgres 15\`.`,
  }
}
