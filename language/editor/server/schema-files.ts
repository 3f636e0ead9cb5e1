import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const PASSED_OVER = /^(\.|node_modules$|vendor$|target$|dist$|build$)/
/** A list for somebody who types a path is no search of the disk. */
const MOST_FOLDERS = 100

/** The schema files in a folder and below it, as absolute paths; revisions are left out. */
export function schemaFilesIn(folder: string): readonly string[] {
  const found: string[] = []
  const folders = [folder]
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    for (const entry of list(folders[at]!)) {
      const path = join(folders[at]!, entry.name)
      if (entry.isDirectory() && !PASSED_OVER.test(entry.name)) folders.push(path)
      else if (entry.name.endsWith('.mig') && entry.name !== 'revision.mig') found.push(path)
    }
  }
  return found.sort()
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
