import { unquote } from '../../literals/name-literal.ts'

const LAST_PART = /\.("(?:[^"]|"")*"|[^."]*)$/

/** The key of a member parted: what it is a member of, and its own name. */
export function splitKey(key: string): { readonly owner: string; readonly name: string } {
  const last = LAST_PART.exec(key)
  return last === null
    ? { owner: '', name: unquote(key) }
    : { owner: key.slice(0, last.index), name: unquote(last[1]!) }
}
