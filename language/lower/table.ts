import { nameText } from '../../compiler/schema/name.ts'
import type { TableHead } from '../../compiler/schema/table.ts'
import type { ColumnDeclaration, HeadOptions, StorageOptions, TableDeclaration } from '../generated/ast.ts'
import { lowerColumn } from './column.ts'
import { columnHints } from './column-hints.ts'
import { lowerConstraint } from './constraint.ts'
import { type Context, commentOf, onlyOf } from './context.ts'
import { lowerDropped } from './dropped.ts'
import { type ExpandedMember, expandMembers } from './expand-members.ts'
import { lowerParameters } from './index-properties.ts'
import { addKeyModifier } from './key-modifier.ts'
import { lowerPolicyOf } from './objects/policy.ts'
import { lowerParents } from './partition.ts'
import type { TableDraft } from './table-draft.ts'
import { lowerIndex } from './table-index.ts'

/** Reads a table and all its members, in the order of the text. */
export function lowerTable(node: TableDeclaration, context: Context): TableDraft {
  const name = context.names.qualify(node.name ?? '')
  const members = expandMembers(node.members ?? [], context)
  const head = { ...lowerHead(node, context), ...securityOf(members), ...commentOf(node, context) }
  const key = nameText(name)
  const draft: TableDraft = {
    node,
    context,
    name,
    key,
    head,
    columns: [],
    columnNames: new Set(),
    constraints: [],
    indexes: [],
    policies: [],
  }
  context.sources.object(key, node, 'name')
  if (node.was !== undefined) {
    const place = context.sources.hint({ node, keyword: 'was', property: 'was' })
    context.hints.renames.push({ kind: 'table', from: nameText(context.names.qualify(node.was)), to: key, place })
  }
  for (const { member, context: file } of members) lowerMember(member, draft, file)
  return draft
}

/** The options of a table, without its comment. */
export function lowerHead(node: HeadOptions | TableDeclaration, context: Context): TableHead {
  return {
    ...lowerParents(node, context),
    ...(node.strict ? { strict: true as const } : {}),
    ...(node.withoutRowid ? { withoutRowid: true as const } : {}),
    ...(node.unlogged ? { unlogged: true as const } : {}),
    ...lowerStorage(node),
    ...(node.replicaIdentity === undefined ? {} : { replicaIdentity: node.replicaIdentity as 'full' | 'nothing' }),
    ...('rowSecurity' in node && node.rowSecurity ? { rowSecurity: true as const } : {}),
    ...('forceRowSecurity' in node && node.forceRowSecurity ? { forceRowSecurity: true as const } : {}),
    ...onlyOf(node),
  }
}

/** Where and how the rows of a table or a materialized view are kept. */
export function lowerStorage(node: StorageOptions): Pick<TableHead, 'using' | 'with' | 'tablespace'> {
  return {
    ...(node.using === undefined || node.using === 'heap' ? {} : { using: node.using }),
    ...lowerParameters(node.parameters),
    ...(node.tablespace === undefined ? {} : { tablespace: node.tablespace }),
  }
}

/** `row security` and `force row security` on lines of a table. */
function securityOf(members: readonly ExpandedMember[]): TableHead {
  const lines = members.flatMap(({ member }) =>
    member.$type === 'RowSecurityMember' && member.only !== 'sqlite' ? [member] : [],
  )
  return {
    ...(lines.some(({ force }) => !force) && { rowSecurity: true }),
    ...(lines.some(({ force }) => force) && { forceRowSecurity: true }),
  }
}

/** Reads one member into a table; `context` is the file of the member, which can be that of a mixin. */
function lowerMember(node: ExpandedMember['member'], draft: TableDraft, context: Context): void {
  switch (node.$type) {
    case 'ColumnDeclaration':
      addColumn(node, draft, context)
      break
    case 'PrimaryMember':
    case 'UniqueMember':
    case 'ForeignMember':
    case 'CheckMember':
    case 'ExcludeMember':
      draft.constraints.push({ value: lowerConstraint(node, context), node, context })
      break
    case 'IndexMember':
      draft.indexes.push({ value: lowerIndex(node, context), node, context })
      break
    case 'PolicyDeclaration':
      draft.policies.push({ policy: lowerPolicyOf(node, draft.name, context), node })
      break
    case 'RowSecurityMember':
      break
    case 'DroppedMember':
      lowerDropped(node, draft.key, context)
      break
  }
}

function addColumn(node: ColumnDeclaration, draft: TableDraft, context: Context): void {
  const line = lowerColumn(node, context, draft.name)
  const { name } = line.column
  if (draft.columnNames.has(name)) {
    const message = `The table \`${draft.key}\` has a column \`${name}\` already.`
    context.report.error('MIG124', message, 'Rename or remove one of them.', { node, property: 'name' }, { name })
    return
  }
  draft.columns.push(line.column)
  draft.columnNames.add(name)
  context.sources.member(draft.key, name, node, 'name')
  for (const key of line.keys) addKeyModifier(key, line.column, draft, context)
  columnHints(line, draft.key, context)
}
