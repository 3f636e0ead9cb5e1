import type { Action } from '../../compiler/schema/constraint.ts'
import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { splitStatements } from '../../compiler/sql/statements.ts'
import { readTokens } from '../../compiler/sql/tokens.ts'
import type { SqlSide, SqlStep } from '../../compiler/steps/step.ts'

/** What hand-written SQL does to the rows of a table: it only adds some, or it may do anything. */
export type HandWritten = 'adds' | 'changes'

/** The tables whose rows some hand-written SQL touches, by key. A name in it anywhere counts: in a function's body, too. */
export function handWrittenTables(
  sides: readonly SqlSide[],
  schema: Schema,
  dialect: DialectName,
): ReadonlyMap<string, HandWritten> {
  const found = new Map<string, HandWritten>()
  for (const side of sides) {
    const sql = 'run' in side ? forDialect(side.run, dialect) : undefined
    for (const { text } of sql === undefined ? [] : splitStatements(sql)) {
      const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}_$]+/gu))
      const target = insertedInto(text)
      for (const [key, { name }] of schema.tables) {
        const plain = name.name.toLowerCase()
        const all = plain.match(/[\p{L}\p{N}_$]+/gu) ?? []
        if (!all.every(word => words.has(word)) || found.get(key) === 'changes') continue
        if (target === undefined || target === plain) found.set(key, target === undefined ? 'changes' : 'adds')
      }
    }
  }
  followActions(found, schema)
  return found
}

/** Rows that point to a table may go, or change, with the rows of that table. */
function followActions(found: Map<string, HandWritten>, schema: Schema): void {
  const children = new Map<string, string[]>()
  for (const [key, { constraints }] of schema.tables) {
    for (const one of constraints) {
      if (one.kind !== 'foreign' || (passive(one.onDelete) && passive(one.onUpdate))) continue
      const parent = nameText(one.target)
      children.set(parent, [...(children.get(parent) ?? []), key])
    }
  }
  const changed = new Set([...found].filter(([, how]) => how === 'changes').map(([key]) => key))
  for (const key of changed) {
    found.set(key, 'changes')
    for (const child of children.get(key) ?? []) changed.add(child)
  }
}

function passive(action: Action | undefined): boolean {
  return action === undefined || action === 'restrict'
}

/** Both sides of hand-written steps, as `handWrittenTables` takes them. */
export function sidesOf(steps: readonly SqlStep[], direction?: 'up' | 'down'): readonly SqlSide[] {
  return steps.flatMap(step => (direction === undefined ? [step.up, step.down] : [step[direction]]))
}

/** The table of a statement that does nothing but insert, in lower case. */
function insertedInto(statement: string): string | undefined {
  const tokens = readTokens(statement).filter(token => token.kind !== 'comment')
  const words = tokens.map(token => (token.kind === 'name' ? token.value.toLowerCase() : ''))
  if (words[0] !== 'insert' || words.some(word => word === 'update' || word === 'delete' || word === 'replace'))
    return undefined
  const into = words.indexOf('into')
  const qualified = tokens[into + 2]?.text === '.'
  return tokens[into + (qualified ? 3 : 1)]?.value.toLowerCase()
}
