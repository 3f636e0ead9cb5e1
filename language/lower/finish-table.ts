import type { Constraint, ForeignKey } from '../../compiler/schema/constraint.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import { constraintParts, indexParts, type MadeParts } from '../../compiler/steps/follow/made-members.ts'
import { makeNames, type NameSlot } from './make-names.ts'
import type { MemberDraft, TableDraft } from './table-draft.ts'

/** The columns that a foreign key goes to; what is wrong with it has been reported. */
export type FindTarget = (key: ForeignKey, member: MemberDraft<Constraint>) => readonly string[]

/** Names what has no name, finds the columns that foreign keys go to, and reports members that share a name. */
export function finishTable(draft: TableDraft, findTarget: FindTarget): Table {
  for (const member of draft.constraints) {
    const { value } = member
    if (value.kind === 'foreign') member.value = { ...value, targetColumns: findTarget(value, member) }
  }
  nameMembers(draft)
  reportTwins(draft)
  for (const member of draft.constraints) renameHint(member, 'constraint', draft.key)
  for (const member of draft.indexes) renameHint(member, 'index', draft.key)
  const { name, head, columns } = draft
  const constraints = draft.constraints.map(member => member.value)
  const indexes = draft.indexes.map(member => member.value)
  return { name, ...head, columns, constraints, indexes }
}

/** Gives every key, check and index without a name the one that Postgres would choose. */
function nameMembers({ name, constraints, indexes }: TableDraft): void {
  const names = makeNames(name, [
    ...constraints.map(member => slot(member, () => checkParts(member) ?? constraintParts(member.value))),
    ...indexes.map(member => slot(member, () => indexParts(member.value))),
  ])
  const members: readonly MemberDraft<Constraint | Index>[] = [...constraints, ...indexes]
  for (const [at, member] of members.entries())
    if (member.value.name === '') member.value = { ...member.value, name: names[at]! }
}

function slot({ value }: MemberDraft<Constraint | Index>, parts: () => MadeParts): NameSlot {
  return value.name === '' ? { parts } : { written: value.name, parts }
}

function checkParts({ words }: MemberDraft<Constraint>): MadeParts | undefined {
  return words && { words, label: 'check' }
}

/** `was` on a key, check or index; it waits for the new name, which may have been made. */
function renameHint(
  { node, value, context }: MemberDraft<Constraint | Index>,
  kind: 'constraint' | 'index',
  table: string,
): void {
  if (!('was' in node) || typeof node.was !== 'string') return
  const place = context.sources.hint({ node, keyword: 'was', property: 'was' })
  context.hints.renames.push({ kind, in: table, from: node.was, to: value.name, place })
}

function reportTwins({ key, constraints, indexes }: TableDraft): void {
  const seen = new Set<string>()
  let primary: Constraint | undefined
  const members: readonly MemberDraft<Constraint | Index>[] = [...constraints, ...indexes]
  for (const { value, node, context } of members) {
    const isPrimary = 'kind' in value && value.kind === 'primary'
    if (isPrimary && primary !== undefined) {
      const isElsewhere = primary.only !== undefined && value.only !== undefined && primary.only !== value.only
      const remedy = isElsewhere
        ? `It has one for both databases: write \`unique\` instead of \`primary\` on one of them, or declare a table for each.`
        : 'Name all of its columns in one line: `primary (a, b)`.'
      context.report.error('MIG124', `The table \`${key}\` has two primary keys.`, remedy, { node })
    } else if (seen.has(value.name)) {
      const message = `The table \`${key}\` has two members called \`${value.name}\`.`
      context.report.error('MIG124', message, 'Rename or remove one of them.', { node }, { name: value.name })
    }
    if (isPrimary) primary ??= value
    seen.add(value.name)
    context.sources.member(key, value.name, node)
  }
}
