import type { DialectName, PerDialect, Sql } from '../dialect.ts'
import { makeObjectName } from '../made-name.ts'
import type { QName } from '../name.ts'
import type { Type } from '../type.ts'
import type { Value } from '../value.ts'

/** A check of a domain; its SQL calls the value `value`. */
export interface DomainCheck {
  readonly name: string
  readonly sql: Sql
  readonly comment?: string
}

/** A type with rules: a base type, and what its values must be like. */
export interface DomainObject {
  readonly kind: 'domain'
  readonly name: QName
  readonly type: PerDialect<Type>
  /** Left out where the columns say whether they are null. */
  readonly notNull?: true
  readonly default?: Value
  readonly collate?: string
  /** In the order of the text; every check has a name. */
  readonly checks: readonly DomainCheck[]
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

/** The names of checks in their order, those left out made as Postgres makes them: `email_check`, `email_check1` … */
export function checkNames(domain: QName, written: readonly (string | undefined)[]): readonly string[] {
  const taken = new Set(written)
  let pass = 0
  return written.map(name => {
    if (name !== undefined) return name
    for (; ; pass++) {
      const made = makeObjectName(domain.name, undefined, pass === 0 ? 'check' : `check${pass}`)
      if (taken.has(made)) continue
      taken.add(made)
      return made
    }
  })
}
