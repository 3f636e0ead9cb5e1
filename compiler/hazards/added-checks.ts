import type { DomainCheck, DomainObject } from '../schema/objects/domain.ts'
import { sameDialectSql } from '../sql/same.ts'

/** The checks that a domain did not have, whatever they are called: what rows hold must pass them from then on. */
export function addedChecks(old: DomainObject, next: DomainObject): readonly DomainCheck[] {
  return next.checks.filter(check => !old.checks.some(one => sameDialectSql(one.sql, check.sql)))
}
