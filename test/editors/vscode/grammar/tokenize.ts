import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma'
import { INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate'

/** A stretch of a text that has one list of scopes, the outermost first and that of the whole file left out. */
export interface Scoped {
  readonly text: string
  readonly offset: number
  readonly scopes: readonly string[]
}

const FILE = resolve(import.meta.dirname, '../../../../editors/vscode/syntaxes/mig.tmLanguage.json')
const oniguruma = createRequire(import.meta.url).resolve('vscode-oniguruma')
const grammar = await load()

async function load() {
  await loadWASM(readFileSync(join(oniguruma, '../onig.wasm')))
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(FILE, 'utf8'), FILE),
  })
  return (await registry.loadGrammar('source.mig'))!
}

/** The tokens of a text, as an editor has them; blanks are left out. */
export function tokenize(text: string): readonly Scoped[] {
  const found: Scoped[] = []
  let state: StateStack = INITIAL
  let offset = 0
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line.replace(/\r$/, ''), state)
    state = result.ruleStack
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const piece = line.slice(startIndex, endIndex)
      if (piece.trim() !== '') found.push({ text: piece, offset: offset + startIndex, scopes: scopes.slice(1) })
    }
    offset += line.length + 1
  }
  return found
}

/** How many rules are open at the end of a text: one, the grammar itself, when nothing leaks. */
export function openRules(text: string): number {
  let state: StateStack = INITIAL
  for (const line of text.split('\n')) state = grammar.tokenizeLine(line, state).ruleStack
  return state.depth
}

/** The scopes at an offset. */
export function scopesAt(tokens: readonly Scoped[], offset: number): readonly string[] {
  return tokens.find(token => token.offset <= offset && offset < token.offset + token.text.length)?.scopes ?? []
}

/** Whether a list of scopes says that a word is a keyword. */
export function isKeyword(scopes: readonly string[]): boolean {
  return scopes.some(scope => /^keyword\.(?!operator)/.test(scope))
}
