const DATE = /^\s*(\d{4,})-(\d{1,2})-(\d{1,2})(?![\d])(.*)$/s
const TIME = /^\s*T?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?/i
/** Texts of digits and signs alone that hold no date: neither three numbers, nor a year and a day, nor digits in a row. */
const NO_DATE = /^(?!.*\d+[-/. ]+\d+[-/. ]+\d)(?!\s*\d{4}\.\d{3})(?!\s*\d{6,})[\s\d:.,{}[\]+_-]*$/s
const WORDS = /^\s*[-+]?(?:now|today|tomorrow|yesterday|epoch|infinity|allballs)\b/i

/**
 * Why a text is certainly no date, time or timestamp. Postgres reads many forms (Date/Time Input in the manual): what is
 * not `YYYY-MM-DD` or `HH:MM` passes as long as it has a digit.
 */
export function momentMisfit(text: string, kind: 'date' | 'time' | 'timestamp'): string | undefined {
  if (WORDS.test(text)) return undefined
  const what = kind === 'timestamp' ? 'date and time' : kind
  if (!/\d/.test(text)) return `is no ${what}`
  const date = DATE.exec(text)
  if (date !== null) {
    const [, year, month, day, rest] = date
    if (!isDay(Number(year), Number(month), Number(day))) return 'is a day that no calendar has'
    return hasTime(rest!) ? undefined : 'is a time that no clock shows'
  }
  if (kind !== 'time' && NO_DATE.test(text)) return 'has no date'
  return kind === 'time' && !hasTime(text) ? 'is a time that no clock shows' : undefined
}

/** Words that Postgres reads once, when the table is made, and not when a row is written. */
export function isFrozenWord(text: string): boolean {
  return /^\s*(?:now|today|tomorrow|yesterday)\s*$/i.test(text)
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

function hasTime(text: string): boolean {
  const time = TIME.exec(text)
  if (time === null) return true
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
  return hours < 24 ? minutes < 60 && seconds <= 60 : hours === 24 && minutes === 0 && seconds === 0
}
