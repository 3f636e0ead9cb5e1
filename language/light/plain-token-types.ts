import type { TokenType } from 'chevrotain'
import type { TokenTypes } from '../lexer/token-types.ts'

const NAMES = ['NL', 'END', 'TIMESTAMP', 'WORD', 'NUMBER', 'STRING', 'SQL', 'ID'] as const
const MARKS = ['{', '}', '(', ')', '[', ']', ',', '.', ':', '=', '?', '-', '+', '->'] as const

/** The terminals and marks of the language without its keywords, made without the grammar: every word is an ID. */
export const PLAIN_TYPES = {
  all: Object.fromEntries(NAMES.map(name => [name, { name }])) as Record<(typeof NAMES)[number], TokenType>,
  words: new Map(),
  soft: new Map(),
  marks: new Map(MARKS.map(name => [name as string, { name } as TokenType])),
} satisfies TokenTypes
