import type { Token } from '../../../lexer/token.ts'
import type { Leaf, Part } from './part.ts'

/** A call of a rule, inside of the calls around it. */
export interface Frame {
  readonly rule: string
  /** The property of the node around it that it gives the value of. */
  readonly feature?: string
  readonly parent?: Frame
}

/** A token that was read, and all before it. */
export interface Read {
  readonly token: Token
  readonly leaf: Leaf
  readonly frame: Frame
  readonly before?: Read
}

/** What is still to come after a part of a rule. */
export interface ToDo {
  readonly part: Part
  readonly frame: Frame
  readonly rest?: ToDo
}

/** One way in which the tokens so far can be read, at the token that it wants next. */
export interface Reading {
  readonly leaf: Leaf
  readonly frame: Frame
  readonly read?: Read
  readonly rest?: ToDo
  /** How many keywords were taken for names: the likelier way has fewer. */
  readonly cost: number
}

/** `Rule.property` that a token is put into; the nearest around it where it has none of its own. */
export function slotOf({ leaf, frame }: Pick<Reading, 'leaf' | 'frame'>): string {
  if (leaf.feature !== undefined) return `${frame.rule}.${leaf.feature}`
  for (let at = frame; at.parent !== undefined; at = at.parent)
    if (at.feature !== undefined) return `${at.parent.rule}.${at.feature}`
  return frame.rule
}

/** The rules around a token, the innermost first. */
export function rulesOf(frame: Frame): readonly string[] {
  const rules: string[] = []
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) rules.push(at.rule)
  return rules
}

/** The nearest call of one of these rules around a token. */
export function frameOf(frame: Frame, ...rules: readonly string[]): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (rules.includes(at.rule)) return at
  return undefined
}

/** Whether a call is another one, or inside of it. */
export function isWithin(frame: Frame, outer: Frame): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (at === outer) return true
  return false
}

/** What was read, the first token first. */
export function readsOf(reading: Pick<Reading, 'read'>): readonly Read[] {
  const reads: Read[] = []
  for (let at = reading.read; at !== undefined; at = at.before) reads.push(at)
  return reads.reverse()
}

/** The text that was read into a property, the tokens of a dotted name put together; the last one where there are several. */
export function textOf(reads: readonly Read[], slot: string): string | undefined {
  return textsOf(reads, slot).at(-1)
}

/** The texts that were read into a property. */
export function textsOf(reads: readonly Read[], slot: string): readonly string[] {
  const texts: string[] = []
  let last: Frame | undefined
  for (const read of reads) {
    if (slotOf(read) !== slot) continue
    const call = read.leaf.feature === undefined ? callOf(read.frame) : undefined
    if (call !== undefined && call === last) texts.push(texts.pop()! + read.token.image)
    else texts.push(read.token.image)
    last = call
  }
  return texts
}

/** The call whose value a token without a property of its own is a part of. */
export function callOf(frame: Frame): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (at.feature !== undefined) return at
  return undefined
}
