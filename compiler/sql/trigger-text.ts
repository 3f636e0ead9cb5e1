import { type Code, hasWords, isName, isSign, readCode, wordAt } from './code.ts'
import { pathAt } from './path-at.ts'

const EVENTS = ['insert', 'update', 'delete', 'truncate']

/** The event that a trigger's text begins with: where it ends, and the columns of `update of a, b`. */
export interface TriggerEvent {
  readonly end: number
  /** The places of the columns' names. */
  readonly columns: readonly number[]
}

/** Reads `before|after|instead of` and the events after it; undefined where no event stands. */
export function readTriggerEvent(code: Code, from: number): TriggerEvent | undefined {
  let at = from
  if (wordAt(code, at) === 'before' || wordAt(code, at) === 'after') at++
  else if (hasWords(code, at, 'instead', 'of')) at += 2
  const columns: number[] = []
  if (!EVENTS.includes(wordAt(code, at))) return undefined
  for (;;) {
    at = readEvent(code, at, columns)
    if (wordAt(code, at) !== 'or' || !EVENTS.includes(wordAt(code, at + 1))) return { end: at, columns }
    at++
  }
}

function readEvent(code: Code, at: number, columns: number[]): number {
  if (!hasWords(code, at, 'update', 'of') || !isName(code, at + 2)) return at + 1
  let name = at + 2
  for (;;) {
    columns.push(pathAt(code, name, code.tokens.length).at(-1)!)
    const next = columns.at(-1)! + 1
    if (!isSign(code, next, ',') || !isName(code, next + 1)) return next
    name = next + 1
  }
}

/**
 * Splits what `.mig` writes of a trigger after its event, where `on TABLE` belongs:
 * `create trigger NAME {event} on TABLE {rest}`. A text that begins with no event is all rest.
 */
export function splitTriggerText(sql: string): { readonly event: string; readonly rest: string } {
  const code = readCode(sql)
  const event = readTriggerEvent(code, 0)
  if (event === undefined) return { event: '', rest: sql.trim() }
  const end = code.tokens[event.end - 1]!.end
  return { event: sql.slice(code.tokens[0]!.start, end), rest: sql.slice(end).trim() }
}
