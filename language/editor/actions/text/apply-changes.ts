import type { Change } from './change.ts'

/** A stretch of a text and what is to stand there instead. */
export type Edit = Pick<Change, 'start' | 'end' | 'text'>

/** The edits in the order of the text; of those that overlap the first one counts. */
export function inOrder<T extends Edit>(edits: readonly T[]): readonly T[] {
  const sorted = edits.map((edit, at) => ({ edit, at }))
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at)
  let end = -1
  return sorted.flatMap(({ edit }) => {
    if (edit.start < end) return []
    end = edit.end
    return [edit]
  })
}

/** A text with edits made in it. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let done = 0
  for (const edit of inOrder(edits)) {
    result += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return result + text.slice(done)
}
