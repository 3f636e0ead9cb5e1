import { CompletionItemKind } from 'vscode-languageserver-types'
import { quoteName } from '../../../../compiler/schema/name.ts'
import { typeText } from '../../../../compiler/schema/type-text.ts'
import { MEMBER_WORDS, writeName } from '../../../print/name.ts'
import type { Candidate } from '../candidate.ts'
import { keyColumnOf } from '../facts.ts'
import { plainSnippet } from '../items.ts'
import type { Scene } from '../scene.ts'
import type { Offer } from '../spot.ts'
import { knownLines } from './known-lines.ts'
import { singularOf } from './singular.ts'
import { stepColumnOffer } from './step-words.ts'

/** Letters that have to be typed before whole lines of foreign keys are offered. */
const LEAST = 2
/** A list of all of them would help nobody; it is asked for anew with each letter. */
const MOST = 20

/** Whole lines of columns: the primary key where there is none, foreign keys named after their table, and what other tables have. */
export const columnLineOffer: Offer = spot => {
  const { scene, rules } = spot
  if (!rules.includes('MemberRule')) return stepColumnOffer(spot)
  const own = scene.ownTable
  const typed = scene.place.parsed.text.slice(scene.cursor.start, scene.place.offset)
  const hasKey = own?.constraints.some(item => item.kind === 'primary') ?? false
  const isTable = rules.includes('Table') && !own?.columns.some(column => column.name === 'id')
  const taken = new Set(own?.columns.map(column => column.name))
  const lines = typed.length < LEAST ? [] : [...foreignLines(typed, scene), ...knownLines(typed, scene, taken)]
  return [...(hasKey || !isTable ? [] : [ID]), ...lines]
}

const ID: Candidate = {
  label: 'id bigint identity primary',
  kind: CompletionItemKind.Snippet,
  documentation: 'A primary key that counts.',
  rank: 1,
  filter: 'id',
}

function foreignLines(typed: string, scene: Scene): readonly Candidate[] {
  const found: Candidate[] = []
  const taken = new Set(scene.ownTable?.columns.map(column => column.name))
  for (const key of scene.tables.keys()) {
    if (found.length >= MOST) break
    const last = key.slice(key.lastIndexOf('.') + 1).replaceAll('"', '')
    if (!last.startsWith(typed.slice(0, LEAST)) && !singularOf(last).startsWith(typed.slice(0, LEAST))) continue
    const facts = scene.table(key)
    const column = facts && keyColumnOf(facts)
    if (facts === undefined || column === undefined) continue
    const name = `${singularOf(facts.name.name)}_${column.name}`
    const type = Object.values(column.type).find(one => one !== undefined)
    if (!name.startsWith(typed) || (taken.has(name) && name !== typed) || type === undefined) continue
    const target = scene.writtenKey(key)
    const line = `${writeName(name, MEMBER_WORDS)} ${typeText(type)} -> ${target} index`
    found.push({
      label: line,
      kind: CompletionItemKind.Snippet,
      snippet: `${plainSnippet(line)}$0`,
      detail: 'foreign key',
      documentation: `A foreign key to \`${target}.${quoteName(column.name)}\`, with the index that deleting a row there needs.`,
      rank: 0,
      filter: name,
    })
  }
  return found
}
