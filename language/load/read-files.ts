import { dirname, resolve } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { File, ImportDeclaration } from '../generated/ast.ts'
import { readName } from '../literals/name-literal.ts'
import { Reporter } from '../lower/reporter.ts'
import { type Parsed, readText } from '../parse.ts'
import type { LoadedFile } from './loaded-file.ts'

/** The text of a file, or undefined when there is none. */
export type ReadFile = (path: string) => string | undefined

/** The files of a project, the main one first and each import after the file that is first to name it. */
export interface ReadFiles {
  readonly files: readonly LoadedFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a file and all that it imports, each once. */
export function readFiles(
  main: string,
  readFile: ReadFile,
  parse: (path: string, text: string) => Parsed = (path, text) => readText(text, path),
): ReadFiles {
  return new FileReader(readFile, parse).read(main)
}

class FileReader {
  private readonly report = new Reporter()
  private readonly files = new Map<string, { parsed: Parsed; names: 'all' | Set<string> }>()
  private readonly missing = new Set<string>()
  private readonly readFile: ReadFile
  private readonly parse: (path: string, text: string) => Parsed

  constructor(readFile: ReadFile, parse: (path: string, text: string) => Parsed) {
    this.readFile = readFile
    this.parse = parse
  }

  read(main: string): ReadFiles {
    const text = this.readFile(main)
    const parsed = this.parse(main, text ?? '')
    if (text === undefined) this.noFile(parsed.ast, main, parsed)
    this.files.set(main, { parsed, names: 'all' })
    this.report.add(parsed)
    this.follow(parsed, [main])
    const files = [...this.files.values()].map(({ parsed, names }) => ({
      parsed,
      names,
      includes: (name: string) => names === 'all' || names.has(name),
    }))
    return { files, diagnostics: this.report.diagnostics }
  }

  private noFile(node: File, path: string, parsed: Parsed): void {
    this.report.add(parsed)
    this.report.error('MIG110', `There is no file ${path}.`, 'Name another file, or create this one.', { node })
  }

  private follow(parsed: Parsed, trail: readonly string[]): void {
    for (const node of parsed.ast.elements)
      if (node.$type === 'ImportDeclaration' && node.path !== undefined) this.import(node, parsed, trail)
  }

  private import(node: ImportDeclaration, from: Parsed, trail: readonly string[]): void {
    const path = resolve(dirname(from.file), node.path)
    if (trail.includes(path)) this.circle(node, path, trail)
    else this.open(node, path, trail)
  }

  private open(node: ImportDeclaration, path: string, trail: readonly string[]): void {
    const known = this.files.get(path)
    const text = known === undefined && !this.missing.has(path) ? this.readFile(path) : undefined
    if (known === undefined && text === undefined) {
      this.missing.add(path)
      const message = `There is no file ${node.path} beside this one.`
      this.report.error('MIG110', message, 'Correct the path or add the file.', { node, property: 'path' }, { path })
      return
    }
    const file = known ?? { parsed: this.parse(path, text!), names: new Set<string>() }
    this.files.set(path, file)
    if (!node.named) file.names = 'all'
    else this.take(node, file)
    if (known !== undefined) return
    this.report.add(file.parsed)
    this.follow(file.parsed, [...trail, path])
  }

  private take(node: ImportDeclaration, file: { parsed: Parsed; names: 'all' | Set<string> }): void {
    const declared = new Set(file.parsed.ast.elements.map(element => ('name' in element ? element.name : undefined)))
    for (const [index, name] of (node.names ?? []).entries()) {
      const plain = name.startsWith('"') ? readName(name).name : name
      if (file.names !== 'all') file.names.add(name).add(plain)
      if (declared.has(name) || declared.has(plain) || file.parsed.skipped.has(name)) continue
      const message = `${node.path} declares nothing called \`${name}\`.`
      const remedy = 'Correct the name, or remove it.'
      this.report.error('MIG112', message, remedy, { node, property: 'names', index }, { name })
    }
  }

  private circle(node: ImportDeclaration, path: string, trail: readonly string[]): void {
    const circle = [...trail.slice(trail.indexOf(path)), path].map(item => item.slice(item.lastIndexOf('/') + 1))
    const remedy = 'Remove one of the imports: all files of a project see the same names.'
    this.report.error('MIG111', `This import closes a circle: ${circle.join(' → ')}.`, remedy, {
      node,
      property: 'path',
    })
  }
}
