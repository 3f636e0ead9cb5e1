import type { AstNode } from 'langium'
import { quoteName } from '../../../../compiler/schema/name.ts'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fixer, fix } from '../fix.ts'
import { type Change, removePiece, replace } from '../text/change.ts'
import { removeNode } from '../text/declarations.ts'
import { tableWith } from '../text/find-line.ts'
import { freeName, withLastPart } from '../text/free-name.ts'
import { addMember, linesOf } from '../text/member-lines.ts'
import { parsedOf, partOf, spanOf, textOf, up } from '../text/nodes.ts'

/** Of two declarations of one name: the second goes where it says the same, or gets a name of its own. */
export const uniteDeclarations: Fixer = ({ model, parsed, node, start, end, text }) => {
  const own = parsed.ast.elements.find(
    ({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= start && start < $cstNode.end,
  )
  if (own === undefined) return []
  const name = 'name' in own ? own.name : undefined
  const twins = model.subject.declarations.filter(
    ({ node: other }) => other !== own && 'name' in other && other.name === name,
  )
  const isSame = twins.some(
    ({ node: other, context }) => bare(textOf(context.parsed, other)) === bare(textOf(parsed, own)),
  )
  const renamed = withLastPart(text, last =>
    freeName(last, one =>
      isDeclared(
        model,
        withLastPart(text, () => one),
      ),
    ),
  )
  return [
    ...fix(isSame ? 'Remove this one, which says the same' : 'Remove this one', removeNode(parsed, own), isSame),
    ...(up(node, 'TriggerDeclaration')
      ? []
      : fix(`Call this one \`${renamed}\``, [replace(parsed, start, end, renamed)])),
  ]
}

function isDeclared(model: ProjectModel, name: string): boolean {
  return model.subject.declarations.some(({ node }) => 'name' in node && node.name === name)
}

/** Of two members of one name: the second goes where it says the same, or gets a name of its own. */
export const uniteMembers: Fixer = ({ model, parsed, node, start }) => {
  const holder = up(node, 'TableDeclaration', 'MixinDeclaration', 'EnumDeclaration')
  if (holder === undefined) return []
  const lines = linesOf(holder)
  const own = lines.find(line => (spanOf(line)?.start ?? -1) <= start && start < (spanOf(line)?.end ?? -1))
  if (own === undefined || !('name' in own) || typeof own.name !== 'string' || own.$type === 'IncludeMember') return []
  if (node.$type.endsWith('Modifier') && !('name' in node && node.name !== undefined)) return []
  const named: AstNode = node.$type === 'CheckModifier' ? node : own
  const span = partOf(named, 'name')
  const { name } = named as AstNode & { readonly name: string }
  const taken = namesIn(model, holder)
  const next = freeName(name, one => taken.has(one))
  const isSame = lines.some(line => line !== own && bare(textOf(parsed, line)) === bare(textOf(parsed, own)))
  const removal =
    named === own ? removeNode(parsed, own) : [removePiece(parsed, spanOf(named)!.start, spanOf(named)!.end)]
  return [
    ...fix(isSame ? 'Remove this one, which says the same' : 'Remove this one', removal, isSame),
    ...(span === undefined
      ? []
      : fix(`Call this one \`${quoteName(next)}\``, [replace(parsed, span.start, span.end, quoteName(next))])),
  ]
}

function namesIn(model: ProjectModel, holder: AstNode): ReadonlySet<string> {
  const found = holder.$type === 'TableDeclaration' ? tableWith(model, holder) : undefined
  if (found !== undefined) {
    const { columns, constraints, indexes } = found.table
    return new Set([...columns, ...constraints, ...indexes].map(({ name }) => name))
  }
  return new Set(linesOf(holder as never).flatMap(line => ('name' in line ? [String(line.name)] : [])))
}

/** Two primary keys are one of all their columns. */
export const onePrimaryKey: Fixer = ({ model, parsed, node }) => {
  const holder = up(node, 'TableDeclaration')
  const isKey = node.$type === 'PrimaryModifier' || node.$type === 'PrimaryMember'
  if (holder === undefined || !isKey) return []
  const keys = tableWith(model, holder)?.keys ?? []
  const primary = keys.filter(key => key.kind === 'primary')
  if (
    primary.length < 2 ||
    primary.some(key => parsedOf(model, key.node) !== parsed || up(key.node, 'MixinDeclaration'))
  )
    return []
  const columns = [...new Set(primary.flatMap(key => key.columns))]
  const line = `primary (${columns.map(quoteName).join(', ')})`
  const first = primary.find(key => key.node.$type === 'PrimaryMember')?.node
  const others = primary.filter(key => key.node !== first).flatMap(key => removedKey(parsed, key.node))
  const span = spanOf(first)
  const added = span === undefined ? addMember(parsed, holder, line) : [replace(parsed, span.start, span.end, line)]
  return fix(`Write \`${line}\``, [...others, ...added], true)
}

function removedKey(parsed: Parsed, node: AstNode): readonly Change[] {
  if (node.$type === 'PrimaryMember') return removeNode(parsed, node)
  const span = spanOf(node)
  return span === undefined ? [] : [removePiece(parsed, span.start, span.end)]
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ')
}
