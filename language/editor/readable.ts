import type { ReadFile } from '../load/read-files.ts'
import { readFromDisk } from '../load/read-from-disk.ts'

/** The text of a file; one that must not be read, or that no disk could have, is none. */
export function readable(path: string, read: ReadFile = readFromDisk): string | undefined {
  try {
    return read(path)
  } catch {
    return undefined
  }
}
