import { basename, dirname, relative, resolve, sep } from 'node:path'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { readName } from '../../../literals/name-literal.ts'
import type { Parsed } from '../../../parse.ts'
import { textsOf } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import type { Offer } from '../spot.ts'

/** The files that an import can take: those of the folder and below, or of the folders above that are typed already. */
export const importPathOffer: Offer = ({ scene }) => {
  const { cursor, place, client } = scene
  const { text, file } = place.parsed
  const isOpen = cursor.kind === 'string'
  const typed = isOpen ? text.slice(cursor.start, cursor.offset) : ''
  const up = /^(?:\.\.\/)+/.exec(typed)?.[0] ?? ''
  const folder = resolve(dirname(file), up)
  const taken = takenPaths(scene)
  return (client.files?.(folder) ?? [])
    .map(path => resolve(folder, path))
    .filter(path => !taken.has(path) && basename(path) !== 'revision.mig')
    .sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : a > b ? 1 : 0))
    .map(path => {
      const written = writtenPath(dirname(file), path)
      const quoted = written.replaceAll("'", "''")
      const insert = isOpen ? quoted : `'${quoted}'`
      return { label: written, insert, kind: CompletionItemKind.File, filter: insert, rank: 0 }
    })
}

function takenPaths({ place }: Scene): ReadonlySet<string> {
  const { ast, file } = place.parsed
  const cursor = place.offset
  const others = ast.elements.flatMap(node => {
    if (node.$type !== 'ImportDeclaration' || node.path === undefined) return []
    const { offset = 0, end = 0 } = node.$cstNode ?? {}
    return offset <= cursor && cursor <= end ? [] : [resolve(dirname(file), node.path)]
  })
  return new Set([file, place.model.main, ...others])
}

function depthOf(path: string): number {
  return path.split(sep).length
}

function writtenPath(folder: string, path: string): string {
  const written = relative(folder, path).split(sep).join('/')
  return written.startsWith('.') ? written : `./${written}`
}

/** The names that an import can take: what the file declares, or what all files declare while none is named. */
export const importNameOffer: Offer = ({ scene, reads }) => {
  const { place } = scene
  const node = scene.element
  const path = node?.$type === 'ImportDeclaration' ? node.path : undefined
  const own = place.parsed.file
  const files =
    path === undefined
      ? place.model.loaded.files.map(item => item.parsed)
      : [place.model.file(resolve(dirname(own), path))]
  const taken = new Set(textsOf(reads, 'Import.names').map(name => readName(name).name))
  return files
    .filter(file => file !== undefined && file.file !== own && (path !== undefined || file.file !== place.model.main))
    .flatMap(file => declaredIn(file!))
    .filter(item => !taken.has(item.label))
    .map(item => ({ ...item, rank: 0 }))
}

const KINDS: Readonly<Record<string, CompletionItemKind>> = {
  TableDeclaration: CompletionItemKind.Class,
  EnumDeclaration: CompletionItemKind.Enum,
  ViewDeclaration: CompletionItemKind.Interface,
  TypeDeclaration: CompletionItemKind.TypeParameter,
  MixinDeclaration: CompletionItemKind.Module,
}

function declaredIn({ ast, docs, file }: Parsed) {
  return ast.elements.flatMap(node => {
    const kind = KINDS[node.$type]
    if (kind === undefined || !('name' in node) || !node.name) return []
    const isKey = node.$type !== 'TypeDeclaration' && node.$type !== 'MixinDeclaration'
    const label = isKey ? readName(node.name).name : node.name
    const insert = isKey ? node.name : undefined
    const documentation = docs.get(node.$cstNode?.offset ?? -1)
    return [{ label, kind, detail: basename(file), documentation, ...(insert !== undefined && { insert }) }]
  })
}
