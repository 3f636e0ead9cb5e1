import { dialects } from '../../../compiler/dialects/dialects.ts'
import { type DialectName, dialectTitle } from '../../../compiler/schema/dialect.ts'
import { isAtLeast } from '../../checks/version.ts'
import { type Read, textOf } from '../completion/grammar/reading.ts'
import type { Scene } from '../completion/scene.ts'
import { TYPE_WORDS } from '../completion/slots/type-words.ts'
import type { OpenBracket } from './open-bracket.ts'
import type { Parameter, Signature } from './signature.ts'

/** The numbers that a type takes, with what each target makes of them. */
export function typeSignature(
  { read, commas }: OpenBracket,
  reads: readonly Read[],
  scene: Scene,
): Signature | undefined {
  if (read.frame.rule !== 'Spelling') return undefined
  const own = reads.filter(one => one.frame === read.frame || one.frame.parent === read.frame)
  const name = textOf(own, 'Spelling.name') ?? ''
  const parameters = PARAMETERS[name]?.(scene)
  if (parameters === undefined) return undefined
  const said = textOf(own, 'Spelling.dialect') as DialectName | undefined
  const targets = said === undefined ? scene.targets : [said]
  const about = [TYPE_WORDS[name]?.what, ...targets.map(target => inTarget(name, target))].filter(Boolean).join('\n\n')
  return { head: name, parameters, about, active: commas }
}

const LENGTH = (most: string) => (): readonly Parameter[] => [{ label: 'length', about: `1 to ${most}.` }]
const SECONDS = (): readonly Parameter[] => [{ label: 'digits', about: 'The digits of a second: 0 to 6.' }]

const PARAMETERS: Readonly<Record<string, (scene: Scene) => readonly Parameter[]>> = {
  varchar: LENGTH('10485760 characters'),
  char: LENGTH('10485760 characters'),
  bit: LENGTH('83886080 bits'),
  varbit: LENGTH('83886080 bits'),
  time: SECONDS,
  timetz: SECONDS,
  timestamp: SECONDS,
  timestamptz: SECONDS,
  interval: SECONDS,
  vector: () => [{ label: 'dimensions', about: '1 to 16000.' }],
  decimal: scene => [
    { label: 'precision', about: 'How many digits in all: 1 to 1000.' },
    { label: 'scale', about: `How many of them after the point: ${scaleOf(scene)}.` },
  ],
}

/** Before version 15, the scale of a numeric was at least 0 and at most its precision. */
function scaleOf({ place }: Scene): string {
  const target = place.model.loaded.project.targets.find(one => one.dialect === 'postgres')
  if (target === undefined) return '0 unless it is said'
  return target.version !== undefined && isAtLeast(target.version, '15') ? '-1000 to 1000' : '0 to the precision'
}

/** SQLite keeps lengths in the declaration, and holds nobody to them (datatype3.html, section 3). */
function inTarget(name: string, dialect: DialectName): string {
  const spelled = dialects[dialect].spell({ kind: 'builtin', name })
  if (spelled === undefined) return `${dialectTitle(dialect)}: no such type.`
  return dialect === 'sqlite' ? `SQLite: ${spelled}; numbers are not enforced.` : `Postgres: ${spelled}.`
}
