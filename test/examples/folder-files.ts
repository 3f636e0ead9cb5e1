import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The text of every file below a folder, by its path from there with `/`; nothing when there is no such folder. */
export function folderFiles(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    files.map(file => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  )
}
