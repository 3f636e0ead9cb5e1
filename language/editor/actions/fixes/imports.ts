import { basename, dirname, resolve } from 'node:path'
import { meantBy } from '../../../checks/did-you-mean.ts'
import { editDistance } from '../../../edit-distance.ts'
import { type Parsed, readText } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Fix, type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { replace } from '../text/change.ts'
import { removeNode } from '../text/declarations.ts'
import { addImport, addName, importedPath, importWhole, namedImportOf, writtenPath } from '../text/import-lines.ts'
import { removeItem } from '../text/lists.ts'
import { partOf, up } from '../text/nodes.ts'
import { writtenKey } from '../text/written-key.ts'

/** A path that leads to a file: one of the same name elsewhere, one that is spelled alike, or a new one. */
export const correctPath: Fixer = at => {
  const wanted = fact(at, 'path')
  if (wanted === undefined) return []
  const known = new Set([...at.around.files, ...at.model.loaded.files.map(({ parsed }) => parsed.file)])
  known.delete(at.parsed.file)
  const found = [...known].map(path => ({ path, far: distance(wanted, path) })).filter(({ far }) => far <= 3)
  found.sort((a, b) => a.far - b.far || (a.path < b.path ? -1 : 1))
  const fixes = found.slice(0, 3).flatMap(({ path }, index) => {
    const written = writtenPath(at.parsed, path)
    return fix(`Change to ${written}`, [replace(at.parsed, at.start, at.end, written)], index === 0)
  })
  return wanted.endsWith('.mig')
    ? [...fixes, { title: `Create ${basename(wanted)}`, changes: [], creates: wanted }]
    : fixes
}

function distance(wanted: string, path: string): number {
  if (path === `${wanted}.mig` || path === resolve(wanted, 'schema.mig')) return 0
  const [a, b] = [basename(wanted), basename(path)]
  if (a === b) return 0
  return editDistance(a, b) + (dirname(wanted) === dirname(path) ? 0 : 1)
}

/** Takes an import away. */
export const removeImport: Fixer = ({ parsed, node }) =>
  fix('Remove this import', removeNode(parsed, up(node, 'ImportDeclaration')), true)

/** A name in an import that its file does not declare. */
export const correctImportedName: Fixer = at => {
  const { parsed, model, start, end } = at
  const node = up(at.node, 'ImportDeclaration')
  const name = fact(at, 'name')
  if (node === undefined || name === undefined || fact(at, 'file') !== undefined) return []
  const target = model.file(importedPath(parsed, node) ?? '')
  const meant = target && meantBy(name, declaredIn(target))
  const index = node.names.findIndex((_, item) => partOf(node, 'names', item)?.start === start)
  const removal = node.names.length < 2 ? removeNode(parsed, node) : removeItem(parsed, start, end)
  return [
    ...(meant === undefined ? [] : fix(`Change to \`${meant}\``, [replace(parsed, start, end, meant)], true)),
    ...(index < 0 ? [] : fix(`Remove \`${name}\` from the import`, removal, meant === undefined)),
  ]
}

/** Imports what a file of the project declares, where only other names of it are imported. */
export const importName: Fixer = at => {
  const name = fact(at, 'name')
  const file = name === undefined ? undefined : (fact(at, 'file') ?? hiddenIn(at.model, name))
  if (name === undefined || file === undefined) return []
  const found = namedImportOf(at.model, file, at.parsed)
  if (found === undefined) return []
  const { parsed, node } = found
  const known = at.model.file(file)
  const written = (known && declaredIn(known).find(one => isNamed(at.model, one, name))) ?? writtenKey(at.model, name)
  return [
    ...fix(`Import \`${written}\` from ${basename(file)}`, addName(parsed, node, written), true),
    ...fix(`Import all of ${basename(file)}`, importWhole(parsed, node)),
  ]
}

function hiddenIn(model: ProjectModel, name: string): string | undefined {
  return model.loaded.files.find(({ parsed, includes }) =>
    declaredIn(parsed).some(one => !includes(one) && isNamed(model, one, name)),
  )?.parsed.file
}

/** Whether a declaration is what a key means; in the default schema it may be said or left out. */
function isNamed(model: ProjectModel, declared: string, key: string): boolean {
  return declared === key || writtenKey(model, declared) === writtenKey(model, key)
}

/** Imports a file that nothing imports so far and that declares the name. */
export const importFile: Fixer = at => {
  const name = fact(at, 'name')
  if (name === undefined) return []
  const names = [...new Set([name, writtenKey(at.model, name)])].map(escaped).join('|')
  const pattern = new RegExp(`^(?:enum|type|mixin|table|view)[ \\t]+(?:${names})(?![\\w$".])`, 'm')
  const project = /^[ \t]*project[ \t]+\S+[ \t]*\{/m
  const found = at.around.files.filter(path => {
    const text = at.model.file(path) === undefined ? at.around.read(path) : undefined
    return text !== undefined && pattern.test(text) && !project.test(text)
  })
  return found.slice(0, 3).flatMap((path, index): readonly Fix[] => {
    const isSure = found.length === 1 && index === 0
    return fix(`Import ${writtenPath(at.parsed, path)}, which declares it`, addImport(at.parsed, path), isSure)
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Imports this file in the one that the project begins with. */
export const importInMain: Fixer = (at: FixAt) => {
  const path = fact(at, 'main') ?? at.model.main
  const text = at.model.file(path)?.text ?? at.around.read(path)
  const main = at.model.file(path) ?? (text === undefined ? undefined : readText(text, path))
  if (main === undefined || main.file === at.diagnostic.file) return []
  return fix(`Import it in ${basename(main.file)}`, addImport(main, at.diagnostic.file), true)
}

/** What a file declares that can be imported. */
function declaredIn({ ast }: Parsed): readonly string[] {
  return ast.elements.flatMap(node => ('name' in node && node.name !== undefined ? [node.name] : []))
}
