import { quoteName } from '../../../../compiler/schema/name.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { insert, replace } from '../text/change.ts'
import { typesOf } from '../text/column-parts.ts'
import { addAbove, addDeclaration } from '../text/declarations.ts'
import { spanOf, textOf, up, wordOf } from '../text/nodes.ts'
import { writtenKey, writtenLike } from '../text/written-key.ts'
import { inBackticks } from './put-in-backticks.ts'

/** Declares the type that a column has. */
export const declareType: Fixer = at => {
  const { parsed, start, end, text } = at
  const element = parsed.ast.elements.find(
    ({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= start && end <= $cstNode.end,
  )
  if (element === undefined || fact(at, 'name') === undefined || text.includes('.')) return []
  return [
    ...fix(`Declare an enum \`${text}\``, addAbove(parsed, element, `enum ${text} {\n  value\n}`)),
    ...fix(`Declare a type \`${text}\``, addAbove(parsed, element, `type ${text} = text`)),
    ...(fact(at, 'meant') === undefined
      ? fix('Put it in backticks, as a type that the database knows', [replace(parsed, start, end, inBackticks(text))])
      : []),
  ]
}

/** Declares the mixin that a table includes. */
export const declareMixin: Fixer = at => {
  const name = fact(at, 'name')
  const element = up(at.node, 'TableDeclaration', 'MixinDeclaration')
  if (name === undefined || element === undefined) return []
  return fix(`Declare a mixin \`${name}\``, addAbove(at.parsed, element, `mixin ${quoteName(name)} {\n}`))
}

const COUNTED = /^(?:smallint|int|bigint)$/

/** Declares the table that a foreign key or a trigger speaks of. */
export const declareTable: Fixer = at => {
  const key = fact(at, 'name')
  if (key === undefined || at.model.subject.tables.has(key)) return []
  const owner = up(at.node, 'SequenceOption')
  if (owner?.value !== undefined) {
    const own = owner.value.slice(owner.value.lastIndexOf('.') + 1)
    const title = `Declare a table \`${writtenKey(at.model, key)}\``
    return fix(title, addDeclaration(at.parsed, `table ${writtenKey(at.model, key)} {\n  ${own} bigint\n}`))
  }
  const name = writtenLike(at.model, at.text, key)
  const column = up(at.node, 'ColumnDeclaration')
  const types = column && typesOf(column)
  const type = types === undefined ? 'bigint' : at.parsed.text.slice(types.start, types.end).replaceAll('?', '')
  const primary = up(at.node, 'ReferenceModifier')?.column ?? 'id'
  const line = `${quoteName(primary)} ${type}${COUNTED.test(type) ? ' identity' : ''} primary`
  return fix(`Declare a table \`${name}\``, addDeclaration(at.parsed, `table ${name} {\n  ${line}\n}`))
}

/** A type without the numbers behind it, or with numbers that it can have. */
export const mendLength: Fixer = at => {
  const { parsed, diagnostic } = at
  const spelling = up(at.node, 'TypeSpelling')
  const open = spelling && wordOf(spelling, '(')
  const close = spelling && wordOf(spelling, ')')
  if (spelling === undefined || open === undefined || close === undefined) return []
  if (/takes no length/.test(diagnostic.message))
    return fix('Leave the length out', [replace(parsed, open.start, close.end, '')], true)
  const { least, most, largest } = diagnostic.data ?? {}
  if (typeof least !== 'number' || typeof largest !== 'number' || typeof most !== 'number') return []
  const given = spelling.args.slice(0, most).map(Number)
  const [first = least, ...rest] = given
  const fitting = [
    Math.min(largest, Math.max(least, first)),
    ...rest.map(scale => Math.min(1000, Math.max(-1000, scale))),
  ]
  if (fitting.join() === spelling.args.join()) return []
  const written = `(${fitting.join(', ')})`
  return fix(`Write \`${spelling.name}${written}\``, [replace(parsed, open.start, close.end, written)], true)
}

/** Gives the database a type of its own that has none of that name. */
export const spellType: Fixer = at => {
  const dialect = fact(at, 'dialect') ?? (at.diagnostic.code === 'MIG152' ? 'sqlite' : undefined)
  const column = up(at.node, 'ColumnDeclaration')
  const last = spanOf(column?.types.at(-1))
  if (dialect === undefined || column === undefined || last === undefined) return []
  if (spanOf(column.types[0])?.start !== at.start) return []
  const own = `${dialect} text`
  return fix(`Add \`${own}\``, [insert(at.parsed, last.end, `, ${own}`)], at.diagnostic.code === 'MIG151')
}

/** `"date"` is the type that the project declares. */
export const quoteType: Fixer = ({ parsed, start, end, text }) =>
  /^\w+$/.test(text) ? fix(`Write \`"${text}"\` for the declared one`, [replace(parsed, start, end, `"${text}"`)]) : []

/** `dropped date` says which of its two meanings it has. */
export const sayWhichMeaning: Fixer = ({ parsed, node, start }) => {
  const member = up(node, 'DroppedMember')
  const span = spanOf(member)
  if (member === undefined || span === undefined) return []
  const name = textOf(parsed, member)
    .replace(/^dropped\s+/, '')
    .split(/\s/)[0]!
  const at = parsed.text.indexOf(name, start + 'dropped'.length)
  return [
    ...fix(`\`${name}\` is dropped`, [replace(parsed, at, at + name.length, `"${name}"`)]),
    ...fix('It is a column called `dropped`', [replace(parsed, start, start + 'dropped'.length, '"dropped"')]),
  ]
}
