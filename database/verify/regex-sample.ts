import type { Random } from './random.ts'

const CLASSES: Readonly<Record<string, string>> = {
  d: '0123456789',
  w: 'abcxyzABC019_',
  s: ' ',
  D: 'abc-',
  W: '-. ',
  S: 'abcXYZ019',
  alpha: 'abcxyzABC',
  lower: 'abcxyz',
  upper: 'ABCXYZ',
  digit: '0123456789',
  alnum: 'abcXYZ019',
  space: ' ',
  blank: ' ',
  punct: '.-_',
  xdigit: '0123456789abcdef',
  word: 'abcXYZ019_',
}

/** What a part that may repeat without end is repeated at most. */
const MANY = 3

interface Reader {
  readonly text: string
  readonly random: Random
  at: number
}

/**
 * A text that a regular expression is likely to match: alternatives, groups, classes, repeats and anchors are followed,
 * whatever else there is (looking ahead, back references) is passed over. The database has the last word.
 */
export function regexSample(pattern: string, random: Random): string {
  return readAlternatives({ text: pattern.replace(/^(\(\?[a-z]+\)|\*\*\*[:=])/, ''), random, at: 0 })
}

function readAlternatives(reader: Reader): string {
  const choices = [readSequence(reader)]
  while (reader.text[reader.at] === '|') {
    reader.at++
    choices.push(readSequence(reader))
  }
  return reader.random.pick(choices)
}

function readSequence(reader: Reader): string {
  let result = ''
  while (reader.at < reader.text.length && reader.text[reader.at] !== '|' && reader.text[reader.at] !== ')') {
    const start = reader.at
    const first = readAtom(reader)
    const times = readRepeat(reader)
    const after = reader.at
    let piece = times === 0 ? '' : first
    for (let time = 1; time < times; time++) {
      reader.at = start
      piece += readAtom(reader)
    }
    reader.at = after
    result += piece
  }
  return result
}

function readAtom(reader: Reader): string {
  const sign = reader.text[reader.at++]!
  if (sign === '(') return readGroup(reader)
  if (sign === '[') return readClass(reader)
  if (sign === '\\') return readEscape(reader)
  if (sign === '^' || sign === '$') return ''
  return sign === '.' ? reader.random.pick([...'abc019']) : sign
}

function readGroup(reader: Reader): string {
  const opening = /^\?(:|=|!|<=|<!)/.exec(reader.text.slice(reader.at, reader.at + 3))
  if (opening) reader.at += opening[0].length
  const inner = readAlternatives(reader)
  if (reader.text[reader.at] === ')') reader.at++
  return opening && opening[1] !== ':' ? '' : inner
}

function readEscape(reader: Reader): string {
  const sign = reader.text[reader.at++] ?? ''
  const signs = CLASSES[sign]
  if (signs !== undefined) return reader.random.pick([...signs])
  if (/[AZmMyYbB]/.test(sign)) return ''
  return sign === 't' ? '\t' : sign === 'n' ? '\n' : sign
}

function readClass(reader: Reader): string {
  const { text, random } = reader
  const negated = text[reader.at] === '^'
  if (negated) reader.at++
  let signs = ''
  for (let first = true; reader.at < text.length && (first || text[reader.at] !== ']'); first = false) {
    const posix = /^\[:(\w+):\]/.exec(text.slice(reader.at, reader.at + 12))
    if (posix) {
      signs += CLASSES[posix[1]!] ?? ''
      reader.at += posix[0].length
    } else signs += readMember(reader)
  }
  reader.at++
  if (!negated) return signs === '' ? '' : random.pick([...signs])
  return random.pick(
    [...'abcxyz019ABC_-. ']
      .filter(sign => !signs.includes(sign))
      .concat('ü')
      .slice(0, 6),
  )
}

function readMember(reader: Reader): string {
  const { text } = reader
  const from = text[reader.at++]!
  if (from === '\\') {
    const sign = text[reader.at++] ?? ''
    return CLASSES[sign] ?? sign
  }
  if (text[reader.at] !== '-' || text[reader.at + 1] === ']' || text[reader.at + 1] === undefined) return from
  const to = text[reader.at + 1]!
  reader.at += 2
  let range = ''
  for (let code = from.charCodeAt(0); code <= Math.min(to.charCodeAt(0), from.charCodeAt(0) + 64); code++)
    range += String.fromCharCode(code)
  return range
}

function readRepeat(reader: Reader): number {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.text.slice(reader.at, reader.at + 16))
  if (found === null) return 1
  reader.at += found[0].length
  if (found[1] === undefined) {
    const least = found[0][0] === '+' ? 1 : 0
    return least + reader.random.below(found[0][0] === '?' ? 2 : MANY)
  }
  const least = Number(found[1])
  if (found[2] === '') return least
  const most = found[3] === '' ? least + MANY : Number(found[3])
  return least + reader.random.below(Math.min(most, least + MANY) - least + 1)
}
