import { forDialect, mapDialects } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import type { DomainObject } from '../../schema/objects/domain.ts'
import { typeChange } from '../../schema/type-change.ts'
import { sameDialectSql } from '../../sql/same.ts'
import { sameTypes, sameValue } from '../same.ts'
import type { ObjectDefinition } from './definition.ts'
import { followTypes, usesOfTypes } from './follow-type.ts'
import { renameTypeIn, renameTypeInSql } from './rename-type.ts'
import { sameData } from './same-data.ts'
import { usesOfSql } from './uses-of-sql.ts'

/** Domains. */
export const domainDefinition: ObjectDefinition<'domain'> = {
  same: (a, b) =>
    sameTypes(a.type, b.type) &&
    sameValue(a.default, b.default) &&
    sameChecks(a, b) &&
    a.notNull === b.notNull &&
    a.collate === b.collate &&
    a.only === b.only &&
    sameData(a.dependsOn, b.dependsOn),
  provides: ({ name }) => [{ space: 'type', name }],
  uses: one => [
    ...usesOfTypes(one.type),
    ...(one.default?.kind === 'sql' ? usesOfSql(forDialect(one.default.sql, 'postgres') ?? '') : []),
    ...one.checks.flatMap(({ sql }) => usesOfSql(forDialect(sql, 'postgres') ?? '')),
  ],
  follow: (one, edits) => ({
    ...one,
    type: followTypes(one.type, edits.type),
    ...(one.default?.kind === 'sql' && {
      default: { ...one.default, sql: mapDialects(one.default.sql, edits.sql) },
    }),
    checks: one.checks.map(check => ({ ...check, sql: mapDialects(check.sql, edits.sql) })),
  }),
  rename: (one, { name }) => ({ ...one, name }),
  inSql: renameTypeInSql,
  inType: renameTypeIn,
  lossOfChange: (from, to) => {
    const [one, two] = [forDialect(from.type, 'postgres'), forDialect(to.type, 'postgres')]
    const lossy = one && two && typeChange(one, two).lossy
    return lossy && `values of ${nameText(from.name)}: they ${lossy}`
  },
}

/** Postgres works checks off in the order of their names (CREATE DOMAIN), so the order of the text means nothing. */
function sameChecks(a: DomainObject, b: DomainObject): boolean {
  if (a.checks.length !== b.checks.length) return false
  const others = new Map(b.checks.map(check => [check.name, check]))
  return a.checks.every(({ name, sql, comment }) => {
    const other = others.get(name)
    return other !== undefined && sameDialectSql(sql, other.sql) && comment === other.comment
  })
}
