import { readFileSync } from 'node:fs'
import type { OpenText } from '../history-reader.ts'

/** The text of a file as it is open, else as it is on disk; undefined where it cannot be read. */
export function currentText(file: string, openText: OpenText | undefined): string | undefined {
  const open = openText?.(file)
  if (open !== undefined) return open
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
