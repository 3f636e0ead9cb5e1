import { dirname, relative, resolve, sep } from 'node:path'
import type { ImportDeclaration } from '../../../generated/ast.ts'
import { writeString } from '../../../literals/string-literal.ts'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Change, insert, replace } from './change.ts'
import { addHeadLine } from './declarations.ts'
import { partOf } from './nodes.ts'

/** The imports of a file. */
export function importsOf({ ast }: Parsed): readonly ImportDeclaration[] {
  return ast.elements.filter(element => element.$type === 'ImportDeclaration')
}

/** The file that an import means, as an absolute path. */
export function importedPath(from: Parsed, node: ImportDeclaration): string | undefined {
  return node.path === undefined ? undefined : resolve(dirname(from.file), node.path)
}

/** A path as an import of a file writes it: `'./billing.mig'`. */
export function writtenPath(from: Parsed, path: string): string {
  const found = relative(dirname(from.file), path).split(sep).join('/')
  return writeString(found.startsWith('.') ? found : `./${found}`)
}

/** Imports a whole file. */
export function addImport(parsed: Parsed, path: string): readonly Change[] {
  return addHeadLine(parsed, `import ${writtenPath(parsed, path)}`, 'ImportDeclaration')
}

/** An import of some names of a file, the one in `first` before any other. */
export function namedImportOf(model: ProjectModel, path: string, first: Parsed) {
  const files = [first, ...model.loaded.files.map(({ parsed }) => parsed)]
  for (const parsed of files) {
    const node = importsOf(parsed).find(one => one.named && importedPath(parsed, one) === path)
    if (node !== undefined) return { parsed, node }
  }
  return undefined
}

/** Imports one more name of a file. */
export function addName(parsed: Parsed, node: ImportDeclaration, name: string): readonly Change[] {
  const last = partOf(node, 'names', Math.max(0, (node.names ?? []).length - 1))
  return last === undefined ? [] : [insert(parsed, last.end, `, ${name}`)]
}

/** Imports the whole file in the place of some names of it. */
export function importWhole(parsed: Parsed, node: ImportDeclaration): readonly Change[] {
  const open = partOf(node, 'named')
  const path = partOf(node, 'path')
  return open === undefined || path === undefined ? [] : [replace(parsed, open.start, path.start, '')]
}
