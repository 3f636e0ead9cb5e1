import { quoteName } from '../../../../compiler/schema/name.ts'

/** A name that is not taken yet: `name_2`, `name_3`, … */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number++) {
    const next = `${name}_${number}`
    if (!isTaken(next)) return next
  }
}

/** The last part of a dotted name as text, under another name. */
export function withLastPart(written: string, change: (name: string) => string): string {
  const [, head = '', last = ''] = /^((?:(?:"(?:[^"]|"")*"|[^."]+)\.)*)(.*)$/s.exec(written) ?? []
  const name = last.startsWith('"') ? last.slice(1, -1).replaceAll('""', '"') : last
  return head + quoteName(change(name))
}
