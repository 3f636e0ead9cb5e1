import type { EnumEntry, Member, TypeSpelling } from '../../generated/ast.ts'
import type { Hint, HintPlace } from './hint.ts'

/** What the types of a column stand for that have names of their own in the project, and arrays where a database has none. */
export function typeHints(member: Member | EnumEntry, place: HintPlace): readonly Hint[] {
  if (member.$type !== 'ColumnDeclaration') return []
  return (member.types ?? []).flatMap(spelling => aliasHint(spelling, place) ?? arrayHint(spelling, place) ?? [])
}

function aliasHint({ name, $cstNode }: TypeSpelling, { context }: HintPlace): Hint | undefined {
  const type = name === undefined ? undefined : context.names.type(name)
  if (type?.kind !== 'alias' || $cstNode === undefined) return undefined
  const { declaration } = type
  const { text } = type.context.parsed
  const first = declaration.spellings?.[0]?.$cstNode
  const last = declaration.spellings?.at(-1)?.$cstNode
  if (first === undefined || last === undefined) return undefined
  const label = text.slice(first.offset, last.end).replace(/\s+/g, ' ')
  if (label.length > LONGEST) return undefined
  return { at: $cstNode.end, label: `= ${label}`, tooltip: `What \`type ${name}\` stands for.`, isType: true }
}

const LONGEST = 60

function arrayHint({ dimensions, dialect, $cstNode }: TypeSpelling, { model }: HintPlace): Hint | undefined {
  const isIn = model.loaded.project.targets.some(target => target.dialect === 'sqlite')
  if (!isIn || dialect === 'postgres' || (dimensions ?? []).length === 0 || $cstNode === undefined) return undefined
  const tooltip = 'SQLite has no arrays: the column holds JSON, with `check (json_valid(…))`.'
  return { at: $cstNode.end, label: 'JSON in SQLite', tooltip, isType: true }
}
