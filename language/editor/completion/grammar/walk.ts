import type { Token } from '../../../lexer/token.ts'
import type { Leaf, RulePart } from './part.ts'
import type { Frame, Read, Reading, ToDo } from './reading.ts'

/** Reads tokens along the grammar in every way that they can be read, and answers what each way wants next. */
export function walk(entry: RulePart, tokens: readonly Token[]): readonly Reading[] {
  const root: Frame = { rule: entry.name }
  let readings: readonly Reading[] = open({ part: entry.body, frame: root }, undefined, 0)
  let isFirst = true
  for (const token of tokens) {
    const next = step(readings, token)
    if (next.length === 0 && isFirst) return []
    if (next.length > 0) readings = next
    isFirst = /^[{}]$/.test(token.image)
  }
  return readings
}

/** What can follow once the token that a reading wants has been read. */
export function following({ rest, read, cost }: Pick<Reading, 'rest' | 'read' | 'cost'>): readonly Reading[] {
  return open(rest, read, cost)
}

function step(readings: readonly Reading[], token: Token): readonly Reading[] {
  const next: Reading[] = []
  for (const { leaf, frame, read, rest, cost } of readings) {
    if (!fits(leaf, token)) continue
    const isName = leaf.word === undefined && leaf.type !== token.tokenType && /^\w/.test(token.image)
    const now: Read = { token, leaf, frame, ...(read && { before: read }) }
    for (const reading of open(rest, now, cost + (isName ? 1 : 0))) next.push(reading)
  }
  return next
}

function fits({ type }: Leaf, { tokenTypeIdx }: Token): boolean {
  return type.tokenTypeIdx === tokenTypeIdx || type.categoryMatchesMap?.[tokenTypeIdx] === true
}

/** The tokens that can stand next, with what is to come after each. */
function open(start: ToDo | undefined, read: Read | undefined, cost: number): Reading[] {
  const found: Reading[] = []
  const todo: ToDo[] = start === undefined ? [] : [start]
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    const { part, frame, rest } = item
    const after = rest && { rest }
    switch (part.kind) {
      case 'leaf':
        found.push({ leaf: part, frame, cost, ...(read && { read }), ...after })
        break
      case 'sequence': {
        const all = part.parts.reduceRight<ToDo | undefined>((next, one) => chain(one, frame, next), rest)
        if (all !== undefined) todo.push(all)
        break
      }
      case 'choice':
        for (const option of part.options.toReversed()) todo.push({ part: option, frame, ...after })
        break
      case 'repeat': {
        const next = part.many ? chain({ ...part, least: 0 }, frame, rest) : rest
        if (part.least === 0 && rest !== undefined) todo.push(rest)
        todo.push({ part: part.body, frame, ...(next && { rest: next }) })
        break
      }
      case 'call': {
        const inner: Frame = {
          rule: part.rule.name,
          parent: frame,
          ...(part.feature !== undefined && { feature: part.feature }),
        }
        todo.push({ part: part.rule.body, frame: inner, ...after })
        break
      }
    }
  }
  return found
}

function chain(part: ToDo['part'], frame: Frame, rest: ToDo | undefined): ToDo {
  return { part, frame, ...(rest && { rest }) }
}
