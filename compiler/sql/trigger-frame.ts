import type { DialectName } from '../schema/dialect.ts'
import { after, type Code, hasWords, isName, isSign, readCode, wordAt } from './code.ts'
import { pathAt } from './path-at.ts'
import { readTriggerEvent } from './trigger-text.ts'

/**
 * What can be wrong with the frame of a trigger's text: it begins with `create trigger` or its name, or with no event;
 * an event or a time that the database does not know; its table, which is said outside; `for each row` twice or in a wrong
 * place, or for a statement; no body of the kind that the database runs.
 */
export type TriggerFault = 'head' | 'event' | 'time' | 'events' | 'truncate' | 'table' | 'row' | 'statement' | 'body'

/** A fault and the stretch of the text that shows it. */
export interface FoundFault {
  readonly fault: TriggerFault
  readonly start: number
  readonly end: number
}

/**
 * What is wrong with the text that follows a trigger's name and table in `create trigger` of a database (CREATE TRIGGER
 * in the manual, lang_createtrigger.html). What stands inside brackets and bodies is not looked at.
 */
export function triggerFaults(text: string, name: string, dialect: DialectName): readonly FoundFault[] {
  const code = readCode(text)
  const frame: Frame = { code, dialect, faults: [] }
  const end = code.tokens.length
  let at = readHead(frame, name)
  const event = readTriggerEvent(code, at)
  if (event === undefined) {
    report(frame, 'event', at, at + 1)
    return frame.faults
  }
  checkEvents(frame, at, event.end)
  for (at = event.end; at < end; ) {
    if (dialect === 'postgres' ? wordAt(code, at) === 'execute' : wordAt(code, at) === 'begin') break
    if (wordAt(code, at) === 'execute' || wordAt(code, at) === 'begin') break
    at = readClause(frame, event.end, at)
  }
  checkBody(frame, at)
  return frame.faults
}

interface Frame {
  readonly code: Code
  readonly dialect: DialectName
  readonly faults: FoundFault[]
}

function report({ code, faults }: Frame, fault: TriggerFault, from: number, to: number): void {
  const { tokens } = code
  const last = tokens[Math.min(to, tokens.length) - 1]
  const start = tokens[from]?.start ?? last?.start ?? 0
  faults.push({ fault, start, end: Math.max(last?.end ?? 0, start) })
}

const BEFORE_TRIGGER = new Set(['create', 'or', 'replace', 'temp', 'temporary', 'constraint'])

/** Steps over what belongs outside: `create … trigger NAME`, or the name alone; answers where the event should begin. */
function readHead(frame: Frame, name: string): number {
  const { code, dialect } = frame
  let at = 0
  while (BEFORE_TRIGGER.has(wordAt(code, at))) at++
  if (wordAt(code, at) === 'trigger') {
    at = hasWords(code, at + 1, 'if', 'not', 'exists') ? at + 4 : at + 1
    if (isName(code, at) && readTriggerEvent(code, at) === undefined)
      at += pathAt(code, at, code.tokens.length).length * 2 - 1
    report(frame, 'head', 0, at)
    return at
  }
  if (
    isName(code, 0) &&
    code.tokens[0]!.value.toLowerCase() === name.toLowerCase() &&
    readTriggerEvent(code, 0) === undefined
  ) {
    report(frame, 'head', 0, 1)
    return 1
  }
  return dialect === 'postgres' && wordAt(code, 0) === 'constraint' ? 1 : 0
}

function checkEvents(frame: Frame, from: number, to: number): void {
  const { code, dialect } = frame
  const timed = ['before', 'after', 'instead'].includes(wordAt(code, from))
  if (dialect === 'postgres') {
    if (!timed) report(frame, 'time', from, to)
    return
  }
  for (let at = from; at < to; at++) {
    if (wordAt(code, at) === 'truncate') report(frame, 'truncate', at, at + 1)
    if (wordAt(code, at) === 'or') {
      report(frame, 'events', at, to)
      return
    }
  }
}

/** Reads a clause between the event and the body; answers where the next one begins. */
function readClause(frame: Frame, event: number, at: number): number {
  const { code, dialect } = frame
  const end = code.tokens.length
  if (wordAt(code, at) === 'on' && isName(code, at + 1)) {
    const next = at + pathAt(code, at + 1, end).length * 2
    report(frame, 'table', at, next)
    return next
  }
  const row = forEach(code, at)
  if (row === undefined) return after(code, at, end)
  if (dialect === 'sqlite' && wordAt(code, row - 1) === 'statement') report(frame, 'statement', at, row)
  else if (comesLate(code, event, at)) report(frame, 'row', at, row)
  return row
}

/** The place after `for each row`, where it begins at `at`. */
function forEach(code: Code, at: number): number | undefined {
  if (wordAt(code, at) !== 'for') return undefined
  const what = wordAt(code, at + 1) === 'each' ? at + 2 : at + 1
  return ['row', 'statement'].includes(wordAt(code, what)) ? what + 1 : undefined
}

/** Whether another `for each` or the condition stands between the event and `at`. */
function comesLate(code: Code, event: number, at: number): boolean {
  for (let before = event; before < at; before = after(code, before, at)) {
    if (wordAt(code, before) === 'when' || forEach(code, before) !== undefined) return true
  }
  return false
}

function checkBody(frame: Frame, at: number): void {
  const { code, dialect } = frame
  let end = code.tokens.length
  while (end > 0 && isSign(code, end - 1, ';')) end--
  const word = wordAt(code, at)
  if (dialect === 'sqlite') {
    if (word !== 'begin') report(frame, 'body', at < end ? at : end - 1, at < end ? at + 1 : end)
    else if (wordAt(code, end - 1) !== 'end') report(frame, 'body', end - 1, end)
    return
  }
  const call = at + 2
  const isCall = word === 'execute' && ['function', 'procedure'].includes(wordAt(code, at + 1)) && isName(code, call)
  if (!isCall) {
    report(frame, 'body', at < end ? at : end - 1, at < end ? at + 1 : end)
    return
  }
  const open = call + pathAt(code, call, end).length * 2 - 1
  if (!isSign(code, open, '(')) report(frame, 'body', at, open)
  else for (let rest = after(code, open, end); rest < end; ) rest = readLate(frame, rest, end)
}

/** What stands behind the function is too late. */
function readLate(frame: Frame, at: number, end: number): number {
  const { code } = frame
  const row = forEach(code, at)
  if (row !== undefined) report(frame, 'row', at, row)
  else if (wordAt(code, at) === 'on' && isName(code, at + 1)) {
    const next = at + pathAt(code, at + 1, end).length * 2
    report(frame, 'table', at, next)
    return next
  } else if (frame.faults.length === 0) report(frame, 'body', at, end)
  return row ?? end
}
