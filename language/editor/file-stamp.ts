import { statSync } from 'node:fs'

/** What a path looks like on disk: another text when it was written or taken away; one that cannot be looked at is not there. */
export function stampOf(path: string): string {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found === undefined ? '' : `${found.mtimeMs} ${found.size}`
  } catch {
    return ''
  }
}
