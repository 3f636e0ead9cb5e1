import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Subject } from './subject.ts'

/** The oldest versions that are supported. */
export const OLDEST: Readonly<Record<DialectName, string>> = { postgres: '13', sqlite: '3.35' }

/** Whether a version is that one or newer; its parts are compared as numbers, missing ones are 0. */
export function isAtLeast(version: string, wanted: string): boolean {
  const have = version.split('.').map(Number)
  const want = wanted.split('.').map(Number)
  for (let at = 0; at < want.length; at++) {
    const difference = (have[at] ?? 0) - want[at]!
    if (difference !== 0) return difference > 0
  }
  return true
}

/** The version that a target must at least be; undefined when the project does not say. */
export function leastVersion(subject: Subject, dialect: DialectName): string | undefined {
  return subject.project.targets.find(target => target.dialect === dialect)?.version
}
