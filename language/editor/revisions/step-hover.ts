import { type Hover, MarkupKind } from 'vscode-languageserver-types'
import { nameText, quoteName, withName } from '../../../compiler/schema/name.ts'
import { readMember, readName } from '../../literals/name-literal.ts'
import { writePage } from '../hover/page.ts'
import { thingPage } from '../hover/thing-page.ts'
import { rangeBetween } from '../lsp-places.ts'
import type { NameKind } from '../occurrence.ts'
import type { Place } from '../place.ts'
import { timeIn } from '../time/time-of.ts'

const NAME = '(?:"(?:""|[^"])*"|[\\w$]+)'
const DOTTED = `${NAME}(?:\\.${NAME})*`
const KIND = '(schema|enum|table|view|column|constraint|index)'
const RENAME = new RegExp(`^(rename ${KIND} )(${DOTTED})( to )(${NAME})`, 'd')
const OTHER = new RegExp(`^((?:create|drop|add|alter) ${KIND} )(${DOTTED})(?:: (${NAME}))?`, 'd')

interface Named {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  readonly key: string
}

/** What a step names, as it is today, with its time; nothing for what is called otherwise or gone since. */
export function stepHover(place: Place): Hover | null {
  const { model, parsed, offset } = place
  const from = parsed.text.lastIndexOf('\n', offset - 1) + 1
  const [line = ''] = parsed.text.slice(from).split('\n', 1)
  const found = namesIn(line).find(({ start, end }) => from + start <= offset && offset <= from + end)
  if (found === undefined) return null
  const { kind, key, start, end } = found
  const page = thingPage({ model, kind, key, name: readMember(key).member }, { role: 'reference' })
  if (page === undefined) return null
  const value = [writePage(page), timeIn(model)(key, kind)].filter(part => part !== undefined).join('\n\n')
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeBetween(parsed, from + start, from + end) }
}

function namesIn(line: string): readonly Named[] {
  const rename = RENAME.exec(line)
  if (rename !== null) {
    const kind = rename[2] as NameKind
    const [old, now] = [rename[3]!, readName(rename[5]!).name]
    const isMember = kind === 'column' || kind === 'constraint' || kind === 'index'
    const key = isMember ? `${nameText(readMember(old).of)}.${quoteName(now)}` : nameText(withName(readName(old), now))
    return [rename.indices![3]!, rename.indices![5]!].map(([start, end]) => ({ start, end, kind, key }))
  }
  const other = OTHER.exec(line)
  if (other === null) return []
  const kind = other[2] as NameKind
  const isMember = kind === 'column' || kind === 'constraint' || kind === 'index'
  const key = nameText(readName(other[3]!))
  const [start, end] = other.indices![3]!
  const names: Named[] = [{ start, end, kind: isMember ? 'table' : kind, key }]
  const column = other.indices![4]
  if (kind === 'column' && column !== undefined)
    names.push({ start: column[0], end: column[1], kind, key: `${key}.${quoteName(readName(other[4]!).name)}` })
  return names
}
