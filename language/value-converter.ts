import { AstUtils, type CstNode, GrammarAST, type ValueConverter, type ValueType } from 'langium'
import { nameText } from '../compiler/schema/name.ts'
import { readName, readParts, unquote } from './literals/name-literal.ts'
import { readSqlText } from './literals/sql-literal.ts'
import { readString } from './literals/string-literal.ts'

/** From the text of a value to the value. */
export type Conversion = (input: string) => string

const KEEP: Conversion = input => input

/** From text to value: names lose their quotes, strings and SQL their marks; numbers stay as they are written. */
export class MigValueConverter implements ValueConverter {
  private readonly conversions = new Map<unknown, Conversion>()

  convert(input: string, node: CstNode): ValueType {
    const source = node.grammarSource
    let conversion = this.conversions.get(source)
    if (conversion === undefined) {
      conversion = source !== undefined && GrammarAST.isRuleCall(source) ? conversionOf(source) : KEEP
      this.conversions.set(source, conversion)
    }
    return conversion(input)
  }
}

const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  QName: input => nameText(readName(input)),
  DottedName: input => readParts(input).join('.'),
  MaterializedKind: () => 'materialized view',
  ForeignKind: input => (input.endsWith('server') ? 'foreign server' : 'foreign data wrapper'),
  Action: input => input.replace(/^(set|no)/, '$1 '),
  ParameterValue: unquote,
  ID: unquote,
  STRING: readString,
  SQL: readSqlText,
}

const AS_WRITTEN: ReadonlySet<string> = new Set(['ID', 'STRING', 'SQL'])

/**
 * How the text of a terminal, or of a rule that makes a string, is read. A name inside of such a rule stays as written: the
 * rule's own conversion reads it.
 */
export function conversionOf(call: GrammarAST.RuleCall): Conversion {
  const rule = call.rule.ref?.name ?? ''
  if (AS_WRITTEN.has(rule) && AstUtils.getContainerOfType(call, GrammarAST.isAssignment) === undefined) return KEEP
  return CONVERSIONS[rule] ?? KEEP
}
