import type { PolicyObject } from '../../schema/objects/policy.ts'
import { editOverTable, overTable } from '../../sql/over-table.ts'
import { namesInSql } from '../../sql/routine/body-names.ts'
import { sameSql } from '../../sql/same.ts'
import type { ObjectDefinition } from './definition.ts'
import type { UsedName } from './names.ts'
import { sameData } from './same-data.ts'
import { usesOfSql } from './uses-of-sql.ts'

/** Policies: nothing names one. */
export const policyDefinition: ObjectDefinition<'policy'> = {
  same: (a, b) => {
    const rest = ({ comment: _comment, using: _using, check: _check, ...one }: PolicyObject) => one
    return sameData(rest(a), rest(b)) && sameText(a.using, b.using) && sameText(a.check, b.check)
  },
  provides: () => [],
  uses: policy => [{ space: 'relation', name: policy.table }, ...policyReads(policy)],
  follow: (policy, { sql, relation }) => {
    const edit = (text: string) => editOverTable(text, policy.table, query => sql(query, 'postgres'))
    return {
      ...policy,
      table: relation(policy.table),
      ...(policy.using !== undefined && { using: edit(policy.using) }),
      ...(policy.check !== undefined && { check: edit(policy.check) }),
    }
  },
  rename: (policy, { name }) => ({ ...policy, name }),
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameSql(a, b)
}

/** The columns of its table, and what its queries read. */
export function policyReads({ table, using, check }: PolicyObject): readonly UsedName[] {
  return [using, check].flatMap(text => (text === undefined ? [] : readsOver(text, table)))
}

function readsOver(text: string, table: PolicyObject['table']): readonly UsedName[] {
  const query = overTable(text, table)
  const { relations, columns } = namesInSql(query)
  const isOwn = ({ name, space }: UsedName) =>
    space === 'relation' && name.name === table.name && (name.schema ?? table.schema) === table.schema
  return [
    ...usesOfSql(query).filter(use => !isOwn(use)),
    ...relations.flatMap(of =>
      [...new Set(columns)].map((name): UsedName => ({ space: 'column', name: { name }, of, soft: true })),
    ),
  ]
}
