import { hasWords, readCode, sliceOf, wordAt } from '../../../sql/code.ts'
import { madeThings } from '../../../sql/object/made-things.ts'
import { sameSql } from '../../../sql/same.ts'

interface Publication {
  readonly target: string
  /** What stands behind `for`. */
  readonly members: string
  readonly options: string
}

/** What a publication does where it says nothing (CREATE PUBLICATION). */
const DEFAULTS = `(publish = 'insert, update, delete, truncate', publish_via_partition_root = false)`

/** The statements that change a publication in its place, so that its subscribers go on; undefined for anything else. */
export function changePublication(from: string, to: string): readonly string[] | undefined {
  const [old, next] = [readPublication(from), readPublication(to)]
  if (old === undefined || next === undefined || old.target !== next.target) return undefined
  const isList = ({ members }: Publication) => members !== '' && !/^all\b/i.test(members)
  const sameMembers = sameSql(old.members, next.members)
  if (!sameMembers && !(isList(old) && isList(next))) return undefined
  return [
    ...(sameMembers ? [] : [`alter ${next.target} set ${next.members}`]),
    ...(sameSql(old.options, next.options) ? [] : [`alter ${next.target} set ${next.options || DEFAULTS}`]),
  ]
}

function readPublication(text: string): Publication | undefined {
  const made = madeThings(text)
  const [one] = made
  if (made.length !== 1 || one!.what !== 'publication' || one!.statements.length > 1) return undefined
  const code = readCode(one!.statements[0]!)
  const end = code.tokens.length
  const at = code.tokens.findIndex((_, place) => place > 2 && wordAt(code, place) === 'for')
  const withAt = code.tokens.findIndex(
    (_, place) => place > 2 && hasWords(code, place, 'with') && code.tokens[place + 1]?.text === '(',
  )
  const options = withAt < 0 ? '' : sliceOf(code, withAt + 1, end)
  const members = at < 0 ? '' : sliceOf(code, at + 1, withAt < 0 ? end : withAt)
  return { target: one!.target, members, options }
}
