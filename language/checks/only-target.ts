import type { AstNode } from 'langium'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Member } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Subject } from './subject.ts'
import { DATABASE } from './targets.ts'

/** `only` a database that the project is not compiled for: the line is never used. */
export const checkOnlyTargets: Check = (subject, report) => {
  if (subject.targets.length === 0) return
  for (const { node } of subject.scope.declarations) {
    if ('only' in node) checkOne(node, node.only, subject, report)
    if (node.$type !== 'TableDeclaration' && node.$type !== 'MixinDeclaration') continue
    for (const member of node.members ?? []) checkMember(member, subject, report)
  }
}

function checkMember(node: Member, subject: Subject, report: CheckReport): void {
  if ('only' in node) checkOne(node, node.only, subject, report)
  if (node.$type !== 'ColumnDeclaration') return
  for (const modifier of node.modifiers ?? []) {
    if (modifier.$type === 'OnlyModifier') checkOne(modifier, modifier.only, subject, report)
  }
}

function checkOne(node: AstNode, only: DialectName | undefined, subject: Subject, report: CheckReport): void {
  if (only === undefined || subject.targets.includes(only)) return
  const message = `${DATABASE[only]} is no target of this project, so this is never used.`
  const remedy = `Add \`${only}\` to the targets, or remove it.`
  report.warning({ code: 'MIG197', message, remedy, place: { node, property: 'only' }, data: { dialect: only } })
}
