import { readFileSync } from 'node:fs'
import type { ReadFile } from './read-files.ts'

/** The text of a file on disk; undefined when there is none. */
export const readFromDisk: ReadFile = path => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined
    throw error
  }
}
