import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { include, type Rule, whole } from './rule.ts'

const raw = String.raw

/** Blanks that must be there, and blanks that may be. */
export const GAP = raw`[ \t]+`
export const MAY_GAP = raw`[ \t]*`

/** A name, with or without quotes. */
export const NAME = raw`(?:[\w$]|"[^"]*")+`

/** A name with the schema or the table before it. */
export const PATH = raw`(?:[\w$.]|"[^"]*")+`

/** A built-in type, as a whole word. */
export const BUILTIN = raw`(?:${[...BUILTIN_TYPES].join('|')})(?![\w$.])`

/** SQL that is for one database only. */
export const TAGGED = `(?:postgres|sqlite)${MAY_GAP}\``

/**
 * Before a line that can only be the head of a declaration, whatever is still open: the lexer of the language closes it
 * there as well. Everything that may go over several lines ends here.
 */
export const HEAD = raw`(?=^[a-z]+\b(?:'[^']*'|[^'${'`'}/{])*\{[ \t]*(?:/[/*].*)?$|^(?:view|type)[ \t]+${PATH}[ \t]*=)`

/** The end of a line at the top of a file. */
export const LINE = `$|${HEAD}`

/** The end of a line between braces. */
export const INNER_LINE = raw`$|(?=\})|${HEAD}`

/** Before the end of what a line says. */
export const NOTHING_MORE = raw`(?=[ \t]*(?:$|\}|/[/*]))`

/** What stands between braces. */
export function block(...patterns: readonly Rule[]): Rule {
  return {
    begin: raw`\{`,
    end: raw`\}|${HEAD}`,
    captures: whole('punctuation.section.block.mig'),
    patterns: [...include('comments'), ...patterns],
  }
}

/** The scopes that several rules give. */
export const SCOPES = {
  declaration: 'keyword.declaration.mig',
  modifier: 'keyword.other.modifier.mig',
  hint: 'keyword.other.hint.mig',
  word: 'keyword.other.mig',
  dialect: 'keyword.other.dialect.mig',
  arrow: 'keyword.operator.reference.mig',
  equals: 'keyword.operator.assignment.mig',
  comma: 'punctuation.separator.comma.mig',
  colon: 'punctuation.separator.colon.mig',
  parens: 'punctuation.section.parens.mig',
  builtin: 'support.type.mig',
  type: 'entity.name.type.mig',
  table: 'entity.name.type.table.mig',
  enum: 'entity.name.type.enum.mig',
  view: 'entity.name.type.view.mig',
  mixin: 'entity.name.type.mixin.mig',
  trigger: 'entity.name.function.trigger.mig',
  space: 'entity.name.namespace.mig',
  index: 'entity.name.section.index.mig',
  constraint: 'entity.name.section.constraint.mig',
  column: 'variable.other.column.mig',
  value: 'variable.other.enummember.mig',
  past: 'variable.other.past.mig',
  revision: 'constant.other.revision.mig',
} as const
