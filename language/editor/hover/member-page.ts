import type { Constraint } from '../../../compiler/schema/constraint.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import { constraintOf, indexOf, type Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import { writeConstraint } from '../../print/constraint.ts'
import { writeIndex } from '../../print/table-index.ts'
import { code } from '../revisions/markdown.ts'
import type { Page } from './page.ts'
import { constraintSql, indexSql } from './sql-of.ts'
import type { Thing } from './thing.ts'

/** A key, a check or an index of a table, with the name that the database gets for it. */
export function memberPage(table: Table, name: string, { model, kind }: Thing, isMade: boolean): Page | undefined {
  const member = kind === 'index' ? indexOf(table, name) : constraintOf(table, name)
  if (member === undefined) return undefined
  return {
    head: `${nameText(table.name)}: ${memberLine(member)}`,
    comment: member.comment,
    facts: [isMade ? madeFact(member) : undefined],
    sql: 'kind' in member ? constraintSql(model, table, member) : indexSql(model, table, member),
  }
}

function memberLine(member: Constraint | Index): string {
  return 'kind' in member ? writeConstraint(member, { unnamed: false }, '') : writeIndex(member, false, '')
}

function madeFact({ name }: Constraint | Index): string {
  return `Its name ${code(name)} is made, as Postgres would make it, and the same in every database`
}
