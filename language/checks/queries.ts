import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type {
  MaterializedViewDeclaration,
  PolicyDeclaration,
  RuleDeclaration,
  Sql,
  TableDeclaration,
  TriggerDeclaration,
  ViewDeclaration,
} from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import { expandMembers } from '../lower/expand-members.ts'
import type { Declared, Subject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** A view, a trigger, a rule, or what a policy asks: SQL that may use every table. */
export interface Query {
  readonly what: 'view' | 'materialized view' | 'trigger' | 'policy' | 'rule'
  readonly name: string
  readonly node: QueryNode | PolicyDeclaration
  readonly sql: Sql
  readonly context: Context
  readonly targets: readonly DialectName[]
  /** The table of a trigger, a policy or a rule. */
  readonly table?: QName
}

type QueryNode = ViewDeclaration | MaterializedViewDeclaration | TriggerDeclaration | RuleDeclaration

const QUERIES: ReadonlySet<string> = new Set([
  'ViewDeclaration',
  'MaterializedViewDeclaration',
  'TriggerDeclaration',
  'RuleDeclaration',
])

function isQuery(node: Declared['node']): node is QueryNode {
  return QUERIES.has(node.$type)
}

const memory = new WeakMap<readonly Declared[], readonly Query[]>()

/** The views, triggers, policies and rules among some declarations of a project. */
export function queries(subject: Subject, declarations: readonly Declared[]): readonly Query[] {
  let known = memory.get(declarations)
  if (known === undefined) {
    known = findQueries(subject, declarations)
    memory.set(declarations, known)
  }
  return known
}

function findQueries(subject: Subject, declarations: readonly Declared[]): readonly Query[] {
  const found: Query[] = []
  for (const { node, context } of declarations) {
    if (node.$type === 'TableDeclaration') found.push(...policiesIn(node, context, subject))
    if (node.$type === 'PolicyDeclaration' && node.table !== undefined)
      found.push(...policyQueries(node, context, context.names.qualify(node.table), subject))
    if (!isQuery(node)) continue
    if (node.sql === undefined || node.name === undefined) continue
    const base = { name: node.name, node, sql: node.sql, context, targets: targetsOf(subject, node.only) }
    if (node.$type === 'ViewDeclaration') found.push({ what: 'view', ...base })
    else if (node.$type === 'MaterializedViewDeclaration') found.push({ what: 'materialized view', ...base })
    else {
      const table = context.names.qualify(node.table ?? '')
      if (node.$type === 'TriggerDeclaration') found.push({ what: 'trigger', ...base, table })
      else found.push({ what: 'rule', ...base, targets: ofPostgres(base.targets), table })
    }
  }
  return found
}

const withPolicies = new WeakMap<TableDeclaration, boolean>()

/** Whether policies stand in a table, or may by a mixin. Every table is asked at each keystroke, and few have changed. */
function mayHavePolicies(table: TableDeclaration): boolean {
  let known = withPolicies.get(table)
  if (known === undefined) {
    known = (table.members ?? []).some(({ $type }) => $type === 'PolicyDeclaration' || $type === 'IncludeMember')
    withPolicies.set(table, known)
  }
  return known
}

/** The policies that stand in a table, those of its mixins among them. */
function policiesIn(table: TableDeclaration, context: Context, subject: Subject): readonly Query[] {
  if (!mayHavePolicies(table)) return []
  const members = table.members ?? []
  const name = context.names.qualify(table.name ?? '')
  return expandMembers(members, context).flatMap(({ member, context: file }) =>
    member.$type === 'PolicyDeclaration' ? policyQueries(member, file, name, subject, table.only) : [],
  )
}

/** What a policy asks of the rows that are there, and of those that are written. */
function policyQueries(
  node: PolicyDeclaration,
  context: Context,
  table: QName,
  subject: Subject,
  only?: DialectName,
): readonly Query[] {
  const targets = ofPostgres(targetsOf(subject, node.only, only))
  return [node.using, node.check].flatMap(sql =>
    sql === undefined ? [] : { what: 'policy' as const, name: node.name ?? '', node, sql, context, targets, table },
  )
}

/** That SQLite has none of it is said elsewhere. */
function ofPostgres(targets: readonly DialectName[]): readonly DialectName[] {
  return targets.filter(target => target === 'postgres')
}
