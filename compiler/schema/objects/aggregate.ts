import type { DialectName } from '../dialect.ts'
import type { QName } from '../name.ts'
import type { Argument } from './routine.ts'

/** The functions that an aggregate is made of, each under the word of Postgres for it. */
export const SUPPORT_FUNCTIONS = [
  'sfunc',
  'finalfunc',
  'combinefunc',
  'serialfunc',
  'deserialfunc',
  'msfunc',
  'minvfunc',
  'mfinalfunc',
] as const

/** `sfunc`, `finalfunc` … */
export type SupportFunction = (typeof SUPPORT_FUNCTIONS)[number]

/** Whether a final function may change the state that it is given. */
export type FinalModify = 'read_only' | 'shareable' | 'read_write'

/** What an aggregate is made of; what Postgres assumes anyway is left out. Types and numbers are texts of Postgres. */
export interface AggregateOptions extends Readonly<Partial<Record<SupportFunction, QName>>> {
  readonly stype?: string
  readonly sspace?: string
  readonly initcond?: string
  readonly finalfunc_extra?: true
  readonly finalfunc_modify?: FinalModify
  readonly mstype?: string
  readonly msspace?: string
  readonly minitcond?: string
  readonly mfinalfunc_extra?: true
  readonly mfinalfunc_modify?: FinalModify
  /** `<`, `shop.<`. */
  readonly sortop?: string
  readonly parallel?: 'safe' | 'restricted'
  readonly hypothetical?: true
}

/** An aggregate. */
export interface AggregateObject extends AggregateOptions {
  readonly kind: 'aggregate'
  readonly name: QName
  /** All arguments, those that are given directly first. */
  readonly arguments: readonly Argument[]
  /** For an ordered-set aggregate: how many arguments stand before `order by`; a variadic last one stands behind it as well. */
  readonly direct?: number
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

/** The arguments over whose rows an aggregate goes. */
export function aggregated({ arguments: list, direct = 0 }: AggregateObject): readonly Argument[] {
  return direct > 0 && direct === list.length ? list.slice(-1) : list.slice(direct)
}

/** An aggregate without what Postgres assumes anyway (the manual, CREATE AGGREGATE). */
export function plainAggregate(aggregate: AggregateObject): AggregateObject {
  const assumed = aggregate.direct === undefined ? 'read_only' : 'read_write'
  const { sspace, msspace, finalfunc_modify: modify, mfinalfunc_modify: moving, ...rest } = aggregate
  return {
    ...rest,
    ...(sspace !== undefined && sspace !== '0' && { sspace }),
    ...(msspace !== undefined && msspace !== '0' && { msspace }),
    ...(modify !== undefined && modify !== assumed && { finalfunc_modify: modify }),
    ...(moving !== undefined && moving !== assumed && { mfinalfunc_modify: moving }),
  }
}
