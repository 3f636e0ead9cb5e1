import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { Sql, TriggerDeclaration, ViewDeclaration } from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import type { Declared, Subject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** A view or a trigger: SQL that may use every table. */
export interface Query {
  readonly what: 'view' | 'trigger'
  readonly name: string
  readonly node: ViewDeclaration | TriggerDeclaration
  readonly sql: Sql
  readonly context: Context
  readonly targets: readonly DialectName[]
  /** The table of a trigger, whose rows are NEW and OLD. */
  readonly table?: QName
}

/** The views and triggers among some declarations of a project. */
export function queries(subject: Subject, declarations: readonly Declared[]): readonly Query[] {
  const found: Query[] = []
  for (const { node, context } of declarations) {
    if (node.$type !== 'ViewDeclaration' && node.$type !== 'TriggerDeclaration') continue
    if (node.sql === undefined || node.name === undefined) continue
    const base = { name: node.name, node, sql: node.sql, context, targets: targetsOf(subject, node.only) }
    if (node.$type === 'ViewDeclaration') found.push({ what: 'view', ...base })
    else found.push({ what: 'trigger', ...base, table: context.names.qualify(node.table ?? '') })
  }
  return found
}
