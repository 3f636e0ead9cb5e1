import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'

/** One TypeScript file of the checkout, with what it imports. */
export interface SourceFile {
  /** From the root of the checkout, with `/`. */
  readonly path: string
  readonly text: string
  /** The files it imports, as paths like `path`. */
  readonly files: readonly string[]
  /** The packages and modules of Node that it imports: `pg`, `node:fs`. */
  readonly packages: readonly string[]
}

const ROOT = resolve(import.meta.dirname, '../..')
const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s*['"]([^'"]+)['"]/gm

/** Every `.ts` file below a folder of the checkout, or one file, in the order of their paths; generated code left out. */
export function sourceFiles(...places: readonly string[]): readonly SourceFile[] {
  return places
    .flatMap(place => pathsBelow(join(ROOT, place)))
    .sort()
    .map(readSource)
}

function pathsBelow(place: string): readonly string[] {
  if (place.endsWith('.ts')) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.split(sep).includes('generated'))
}

function readSource(absolute: string): SourceFile {
  const path = relative(ROOT, absolute).split(sep).join('/')
  const text = readFileSync(absolute, 'utf8')
  const imports = [...text.matchAll(IMPORT)].map(match => (match[1] ?? match[2] ?? match[3])!)
  const isFile = (name: string) => name.startsWith('.')
  const isCode = (name: string) => isFile(name) && !name.endsWith('.json')
  return {
    path,
    text,
    files: imports.filter(isCode).map(name => posix.join(dirname(path), name)),
    packages: imports.filter(name => !isFile(name)).map(packageOf),
  }
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return name
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}
