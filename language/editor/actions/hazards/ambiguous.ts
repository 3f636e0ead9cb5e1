import { BUILTIN_TYPES } from '../../../../compiler/schema/builtin-types.ts'
import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import type { TableSubject } from '../../../checks/subject.ts'
import type { Element } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fix, type Fixer, fact, facts, fix } from '../fix.ts'
import { type Change, insert } from '../text/change.ts'
import { addHint } from '../text/column-parts.ts'
import { addAbove } from '../text/declarations.ts'
import { lineEnd } from '../text/lines.ts'
import { addMember } from '../text/member-lines.ts'
import { spanOf, wordOf } from '../text/nodes.ts'
import { writtenKey } from '../text/written-key.ts'

/** A column whose name was changed by hand: it was called otherwise, or the other one is really dropped. */
export const renamedColumn: Fixer = at => {
  const table = at.model.subject.tables.get(fact(at, 'in') ?? '')
  const from = fact(at, 'from')
  if (table === undefined || from === undefined) return []
  const news = [fact(at, 'to'), ...facts(at, 'others')].filter(name => name !== undefined)
  return [...news.slice(0, 5).flatMap(name => wasFix(table, from, name)), ...dropFix(table, from)]
}

function wasFix(table: TableSubject, old: string, now: string): readonly Fix[] {
  const line = table.columns.get(now)
  if (line === undefined) return []
  const hint = `was ${quoteName(old)}`
  return fix(`Add \`${hint}\` to ${quoteName(now)}: it keeps its values`, addHint(line.context.parsed, line.node, hint))
}

/** The name of a member as `dropped` wants it: one that is a type too goes in quotes. */
export function droppedName(name: string): string {
  return BUILTIN_TYPES.has(name) ? `"${name}"` : quoteName(name)
}

/** `dropped NAME` in a table. */
export function dropFix({ context, node }: TableSubject, name: string): readonly Fix[] {
  const written = droppedName(name)
  return fix(
    `Really drop ${node.name}.${quoteName(name)}: \`dropped ${written}\``,
    addMember(context.parsed, node, `dropped ${written}`),
  )
}

/** A table or an enum whose name was changed by hand. */
export function renamedObject(kind: 'table' | 'enum'): Fixer {
  return at => {
    const from = fact(at, 'from')
    const key = fact(at, 'to')
    const found = key === undefined ? undefined : declarationOf(at.model, kind, key)
    if (from === undefined || found === undefined) return []
    const { parsed, node } = found
    const old = writtenKey(at.model, from)
    const dropped = `dropped ${kind} ${old}`
    return [
      ...fix(`Add \`was ${old}\` to ${node.name}`, wasInHead(parsed, node, old)),
      ...fix(`Really drop ${old}: \`${dropped}\``, addDropped(parsed, dropped, node)),
    ]
  }
}

/** The declaration of a table or an enum. */
export function declarationOf(model: ProjectModel, kind: 'table' | 'enum', key: string) {
  const type = kind === 'table' ? 'TableDeclaration' : 'EnumDeclaration'
  for (const { node, context } of model.subject.declarations)
    if (node.$type === type && nameText(context.names.qualify(node.name ?? '')) === key)
      return { node, parsed: context.parsed }
  return undefined
}

/** `was` behind all that a head says. */
export function wasInHead(parsed: Parsed, node: Element, old: string): readonly Change[] {
  const open = wordOf(node, '{')
  return open === undefined ? [] : [insert(parsed, parsed.text.slice(0, open.start).trimEnd().length, ` was ${old}`)]
}

/** A `dropped` line at the top of a file: behind the others, or above a declaration. */
export function addDropped(parsed: Parsed, line: string, above?: Element): readonly Change[] {
  const last = spanOf(parsed.ast.elements.findLast(({ $type }) => $type === 'DroppedDeclaration'))
  if (last !== undefined) return [insert(parsed, lineEnd(parsed.text, last.end), `\n${line}`)]
  const [first] = parsed.ast.elements.filter(
    ({ $type }) => !/^(?:Project|Import|Extension|Schema)Declaration$/.test($type),
  )
  const next = above ?? first
  return next === undefined ? [insert(parsed, parsed.text.length, `\n${line}\n`)] : addAbove(parsed, next, line)
}
