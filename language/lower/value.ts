import type { Value } from '../../compiler/schema/value.ts'
import type { Value as ValueNode } from '../generated/ast.ts'
import { unquote } from '../literals/name-literal.ts'
import type { Context } from './context.ts'
import { lowerSql } from './sql.ts'

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/
const CALLS = ['now', 'today', 'uuid'] as const

/** What a default or a backfill says; `undefined` when it says nothing that can be read. */
export function lowerValue(node: ValueNode | undefined, context: Context): Value | undefined {
  if (node === undefined) return undefined
  if (node.sql !== undefined) return { kind: 'sql', sql: lowerSql(node.sql, context) }
  if (node.string !== undefined) return { kind: 'string', value: node.string }
  if (node.number !== undefined) return number(node, node.number, context)
  if (node.name === undefined) return undefined
  return node.call ? call(node, node.name, context) : named(node.name)
}

function number(node: ValueNode, text: string, context: Context): Value | undefined {
  const plain = text.startsWith('+') ? text.slice(1) : text
  if (NUMBER.test(plain)) return { kind: 'number', text: plain }
  const remedy = "Write digits with at most one point, or a string: '…'."
  context.report.error('MIG108', `\`${text}\` is not a number.`, remedy, { node })
  return undefined
}

function named(name: string): Value {
  if (name === 'null') return { kind: 'null' }
  if (name === 'true' || name === 'false') return { kind: 'bool', value: name === 'true' }
  return { kind: 'enum value', value: unquote(name) }
}

function call(node: ValueNode, name: string, context: Context): Value | undefined {
  const known = CALLS.find(item => item === name)
  if (known !== undefined) return { kind: 'call', name: known }
  const remedy = `Write it in backticks, where any SQL can stand: \`${unquote(name)}()\`.`
  context.report.error('MIG128', `\`${name}()\` has no meaning in every database.`, remedy, { node })
  return undefined
}
