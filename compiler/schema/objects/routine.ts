import type { DialectName, Sql } from '../dialect.ts'
import type { QName } from '../name.ts'

/** An argument of a function or procedure; types and defaults are texts of Postgres, types as `format_type` writes them. */
export interface Argument {
  /** Left out for `in`. */
  readonly mode?: 'out' | 'inout' | 'variadic'
  readonly name?: string
  readonly type: string
  readonly default?: string
}

/** What stands between the arguments and the body, but for what it returns; what Postgres assumes anyway is left out. */
export interface RoutineOptions {
  readonly language: string
  readonly window?: true
  readonly volatility?: 'immutable' | 'stable'
  readonly leakproof?: true
  readonly strict?: true
  readonly securityDefiner?: true
  readonly parallel?: 'safe' | 'restricted'
  readonly cost?: string
  readonly rows?: string
  readonly support?: string
  /** Types for which the language has transforms. */
  readonly transform?: readonly string[]
  /** `set NAME to VALUE`, the values as texts of Postgres. */
  readonly set?: readonly (readonly [string, string])[]
}

/** What functions and procedures have in common. `sql` is the body as it is stored. */
export interface Routine extends RoutineOptions {
  readonly name: QName
  readonly arguments: readonly Argument[]
  readonly sql: Sql
  /** What it uses that its text does not show, by name. */
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

/** The types by which Postgres tells overloads apart: those of the arguments that are given in a call. */
export function inputTypes(routine: Pick<Routine, 'arguments'>): readonly string[] {
  return routine.arguments.filter(one => one.mode !== 'out').map(one => one.type)
}
