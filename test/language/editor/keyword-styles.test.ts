import { expect, test } from 'vitest'
import { wordAt } from '../../../language/editor/hover/word-at.ts'
import { nodeAt } from '../../../language/editor/node-at.ts'
import type { ProjectModel } from '../../../language/editor/project-model.ts'
import { classify } from '../../../language/editor/semantic-tokens/classify.ts'
import { LEGEND, PLAIN, typeOf } from '../../../language/editor/semantic-tokens/legend.ts'
import { MigGrammar } from '../../../language/generated/grammar.ts'
import { scan } from '../../../language/lexer/scan.ts'
import { keywords } from '../../../language/lexer/token-types.ts'
import { type Parsed, parseText, tokenTypes } from '../../../language/parse.ts'
import { parsedTokens } from '../../editors/vscode/grammar/parsed-tokens.ts'
import { TEXTS } from '../../editors/vscode/grammar/texts.ts'
import { marked } from './marked.ts'

const SPOKEN = new Set(['keyword', 'modifier', 'decorator', 'operator'])
/** Names that mean something to Postgres: in a head as it has it, in a bound, in a value. */
const MAY_BE_SPOKEN = /^(?:TextWord|BoundValue|Value)$/

interface Said {
  readonly parsed: Parsed
  readonly word: string
  readonly offset: number
  readonly node: string
  readonly kind: string
  readonly line: string
}

const WORDS: readonly Said[] = [...TEXTS.values()].flatMap(text => {
  const parsed = parseText(text, '/project/schema.mig')
  return parsedTokens(text)
    .filter(({ kind }) => kind === 'keyword' || kind === 'ID')
    .map(({ text: word, offset, kind }) => ({
      parsed,
      word,
      offset,
      kind,
      node: nodeAt(parsed.ast, offset + 1).$type,
      line: text.slice(text.lastIndexOf('\n', offset) + 1, `${text}\n`.indexOf('\n', offset)),
    }))
})

test('what the parser reads as a keyword is coloured as one, and no name is', () => {
  const styles = new Map<Parsed, ReadonlyMap<number, number>>()
  const wrong = WORDS.filter(({ parsed, offset, node, kind }) => {
    if (!styles.has(parsed)) styles.set(parsed, stylesOf(parsed))
    const style = styles.get(parsed)!.get(offset) ?? PLAIN
    const isSpoken = style !== PLAIN && SPOKEN.has(LEGEND.tokenTypes[typeOf(style)]!)
    return kind === 'keyword' ? !isSpoken : isSpoken && !MAY_BE_SPOKEN.test(node)
  })
  expect([...new Set(wrong.map(({ kind, word, node, line }) => `${kind} ${word} @${node}: ${line}`))].join('\n')).toBe(
    '',
  )
})

function stylesOf({ ast, text }: Parsed): ReadonlyMap<number, number> {
  const { tokens } = scan(text, tokenTypes(), 0, text.length)
  const styles = classify(ast.elements, ast, tokens)
  return new Map(tokens.map(({ startOffset }, at) => [startOffset, styles[at]!]))
}

test('every keyword of the grammar is somewhere in the texts, and a hover says what it means there', () => {
  const { model } = marked('table t {\n  a int\n}\n')
  const met = new Map<string, Said>()
  for (const said of WORDS)
    if (said.kind === 'keyword' && !met.has(`${said.word}@${said.node}`)) met.set(`${said.word}@${said.node}`, said)
  const used = new Set([...met.values()].map(({ word }) => word))
  expect(keywords(MigGrammar()).filter(word => /^\w+$/.test(word) && !used.has(word))).toEqual([])
  const silent = [...met].filter(([, { parsed, offset }]) => textAt(model, parsed, offset) === undefined)
  expect(silent.map(([key, { line }]) => `${key}: ${line}`).join('\n')).toBe('')
})

function textAt(model: ProjectModel, parsed: Parsed, offset: number): string | undefined {
  return wordAt({ model, parsed, offset })?.text
}
