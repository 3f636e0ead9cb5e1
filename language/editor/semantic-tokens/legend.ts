import type { SemanticTokensLegend } from 'vscode-languageserver-types'
import type { NameKind } from '../occurrence.ts'

const TYPES = [
  'namespace',
  'type',
  'class',
  'enum',
  'interface',
  'variable',
  'property',
  'parameter',
  'enumMember',
  'event',
  'function',
  'keyword',
  'modifier',
  'decorator',
  'comment',
  'string',
  'number',
  'operator',
] as const

const MODIFIERS = ['declaration', 'readonly', 'defaultLibrary', 'documentation'] as const

/** The types and modifiers that the tokens of `semanticTokens` are numbered by. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] }

/** What a token is shown as: its type, and its modifiers in the higher bits. */
export type Style = number

/** A token that is not coloured. */
export const PLAIN: Style = -1

/** The style of a type with modifiers. */
export function style(type: (typeof TYPES)[number], ...modifiers: readonly (typeof MODIFIERS)[number][]): Style {
  return modifiers.reduce((bits, modifier) => bits | (1 << (8 + MODIFIERS.indexOf(modifier))), TYPES.indexOf(type))
}

/** The number of the type of a style. */
export function typeOf(of: Style): number {
  return of & 255
}

/** The modifiers of a style, a bit each. */
export function modifiersOf(of: Style): number {
  return of >> 8
}

const KINDS: Readonly<Record<NameKind, Style>> = {
  project: style('namespace'),
  schema: style('namespace'),
  extension: style('namespace'),
  enum: style('enum'),
  'enum value': style('enumMember'),
  type: style('type'),
  mixin: style('interface'),
  table: style('class'),
  column: style('property'),
  constraint: style('variable'),
  index: style('variable'),
  view: style('class', 'readonly'),
  trigger: style('event'),
  field: style('property'),
  function: style('function'),
  procedure: style('function'),
  aggregate: style('function'),
  sequence: style('variable', 'readonly'),
  domain: style('type'),
  composite: style('type'),
  range: style('type'),
  'materialized view': style('class', 'readonly'),
  policy: style('event'),
  rule: style('event'),
  object: style('variable'),
}

const DECLARED = style('namespace', 'declaration')

/** The style of a thing's name. */
export function nameStyle(kind: NameKind, isDeclaration = false): Style {
  return isDeclaration ? KINDS[kind] | DECLARED : KINDS[kind]
}
