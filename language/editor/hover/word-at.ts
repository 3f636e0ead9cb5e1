import { dialects } from '../../../compiler/dialects/dialects.ts'
import { valueSql as postgresValue } from '../../../compiler/dialects/postgres/value.ts'
import { projectValue, valueSql as sqliteValue } from '../../../compiler/dialects/sqlite/value.ts'
import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { dialectTitle } from '../../../compiler/schema/dialect.ts'
import type { Call } from '../../../compiler/schema/value.ts'
import { scan } from '../../lexer/scan.ts'
import { tokenTypes } from '../../parse.ts'
import type { Stretch } from '../declared-name.ts'
import { nodeAt } from '../node-at.ts'
import type { Place } from '../place.ts'
import { code } from '../revisions/markdown.ts'
import { classify } from '../semantic-tokens/classify.ts'
import { LEGEND, modifiersOf, typeOf } from '../semantic-tokens/legend.ts'
import { FAMILY_WORDS } from './family-words.ts'
import { ROUTINE_WORDS } from './routine-words.ts'
import { CALL_WORDS, TYPE_WORDS } from './type-words.ts'
import { WORDS } from './words.ts'

/** A word of the language with what it means. */
export interface WordText extends Stretch {
  readonly text: string
}

const LIBRARY = 1 << LEGEND.tokenModifiers.indexOf('defaultLibrary')
const SPOKEN: ReadonlySet<string> = new Set(['keyword', 'modifier', 'decorator', 'operator'])

/** The word of the language at a place, if it is one there and not a name. */
export function wordAt(place: Place): WordText | undefined {
  const { parsed, offset } = place
  const element = (parsed.ast.elements ?? []).find(
    ({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= offset && offset <= $cstNode.end,
  )
  if (element?.$cstNode === undefined) return undefined
  const { tokens } = scan(parsed.text, tokenTypes(), element.$cstNode.offset, element.$cstNode.end)
  const touching = (at: number) => {
    const { startOffset, image } = tokens[at]!
    return image !== '\n' && startOffset <= offset && offset <= startOffset + image.length
  }
  const styles = classify([element], parsed.ast, tokens)
  const found = tokens.map((_, at) => at).filter(at => touching(at))
  for (const at of found.reverse()) {
    const { image, startOffset: start } = tokens[at]!
    const text = textOf(image, styles[at] ?? -1, place, nodeTypeAt(place, start, image))
    if (text !== undefined) return { start, end: start + image.length, text }
  }
  return undefined
}

function nodeTypeAt({ parsed }: Place, start: number, image: string): string {
  const { $type, $container } = nodeAt(parsed.ast, start + (image.length > 1 ? 1 : 0))
  const isRoutine = $container?.$type === 'FunctionDeclaration' || $container?.$type === 'ProcedureDeclaration'
  return $type === 'TextWord' && isRoutine ? OPTION : $type
}

/** A word between the arguments of a routine and its body. */
const OPTION = 'RoutineOption'

function textOf(image: string, style: number, place: Place, nodeType: string): string | undefined {
  if (style < 0) return undefined
  const type = LEGEND.tokenTypes[typeOf(style)]!
  const isLibrary = (modifiersOf(style) & LIBRARY) !== 0
  if (type === 'type' && isLibrary) return typeText(image, place)
  if (type === 'function' && isLibrary) return callText(image, place)
  const option = nodeType === OPTION ? ROUTINE_WORDS.get(image.toLowerCase()) : undefined
  const word = SPOKEN.has(type)
    ? (option ??
      WORDS[`${image}@${nodeType}`] ??
      FAMILY_WORDS[`${image}@${nodeType}`] ??
      WORDS[image] ??
      FAMILY_WORDS[image])
    : undefined
  return word && `${code(image)} — ${word.text}\n\n\`\`\`mig\n${word.example}\n\`\`\``
}

function typeText(name: string, { model }: Place): string | undefined {
  if (!BUILTIN_TYPES.has(name)) return undefined
  const spelled = targetsOf(model).map(dialect => {
    const text = dialects[dialect].spell({ kind: 'builtin', name })
    return `${dialectTitle(dialect)} ${text === undefined ? 'has none: say what it holds instead' : code(text)}`
  })
  const meaning = TYPE_WORDS[name] ?? 'A type of Postgres.'
  return [`${code(name)} — ${meaning}`, spelled.join(' · ')].filter(line => line !== '').join('\n\n')
}

function callText(name: string, { model }: Place): string | undefined {
  const meaning = CALL_WORDS[name]
  if (meaning === undefined) return undefined
  const value: Call = { kind: 'call', name: name as Call['name'] }
  const spelled = targetsOf(model).map(dialect => {
    const text = dialect === 'postgres' ? postgresValue(value) : sqliteValue(projectValue(value, undefined)!)
    return `${dialectTitle(dialect)} ${code(text ?? '')}`
  })
  return [`${code(`${name}()`)} — ${meaning}.`, spelled.join(' · ')].filter(line => line !== '').join('\n\n')
}

function targetsOf({ loaded }: Place['model']) {
  return [...new Set(loaded.project.targets.map(({ dialect }) => dialect))]
}
