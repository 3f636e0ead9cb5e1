import { basename, dirname } from 'node:path'
import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import { quoteName } from '../../../../compiler/schema/name.ts'
import { OLDEST } from '../../../checks/version.ts'
import type { ProjectDeclaration } from '../../../generated/ast.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { insert, replace } from '../text/change.ts'
import { addHeadLine, removeNode } from '../text/declarations.ts'
import { addLine } from '../text/member-lines.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'

const TARGETS = 'targets postgres 14, sqlite 3.38'

/** A project has one block, with its targets, in its first file. */
export const mendProject: Fixer = at => {
  const { parsed, model, node } = at
  const block = up(node, 'ProjectDeclaration')
  if (block === undefined) {
    if (parsed.ast.elements.some(({ $type }) => $type === 'ProjectDeclaration')) return []
    const name = quoteName(basename(dirname(parsed.file)) || 'project')
    const lines = `project ${name} {\n  ${TARGETS}\n}`
    return fix('Add a project block', addHeadLine(parsed, lines, 'ProjectDeclaration'), true)
  }
  const isFirst = blockOf(model)?.node === block
  if (!isFirst) return fix('Remove this project block', removeNode(parsed, block), true)
  return fix(`Add \`${TARGETS}\``, addLine(parsed, block, TARGETS), true)
}

/** The project block that counts. */
export function blockOf(model: ProjectModel) {
  const parsed = model.file(model.main)
  const node = parsed?.ast.elements.find(element => element.$type === 'ProjectDeclaration')
  return parsed === undefined || node === undefined ? undefined : { parsed, node }
}

/** Writes the oldest version that is supported. */
export const oldestVersion: Fixer = ({ parsed, start, end, node }) => {
  const dialect = up(node, 'Target')?.dialect
  if (dialect === undefined) return []
  return fix(`Write \`${dialect} ${OLDEST[dialect]}\``, [replace(parsed, start, end, OLDEST[dialect])], true)
}

/** Says that the project runs on the version that the line needs. */
export const raiseTarget: Fixer = at => {
  const version = fact(at, 'version')
  const dialect = fact(at, 'dialect') as DialectName | undefined
  const found = blockOf(at.model)
  if (version === undefined || dialect === undefined || found === undefined) return []
  const target = targetsIn(found.node).find(one => one.dialect === dialect)
  const old = target && partOf(target, 'version')
  const end = spanOf(target)?.end
  if (end === undefined) return []
  const change =
    old === undefined ? insert(found.parsed, end, ` ${version}`) : replace(found.parsed, old.start, old.end, version)
  return fix(`Say that the project runs on ${dialect} ${version} at least`, [change])
}

/** Adds a database to the targets. */
export const addTarget: Fixer = at => {
  const line = up(at.node, 'DatabaseLine')
  const dialect = fact(at, 'dialect') ?? line?.dialect
  const found = blockOf(at.model)
  const targets = found && targetsIn(found.node)
  const last = spanOf(targets?.at(-1))
  if (dialect === undefined || found === undefined || last === undefined) return []
  if (targets?.some(target => target.dialect === dialect)) return []
  return fix(`Add \`${dialect}\` to the targets`, [insert(found.parsed, last.end, `, ${dialect}`)])
}

function targetsIn(block: ProjectDeclaration) {
  return (block.lines ?? []).flatMap(line => (line.$type === 'TargetsLine' ? (line.targets ?? []) : []))
}
