import { dirname, resolve } from 'node:path'
import type { DocumentLink } from 'vscode-languageserver-types'
import type { ImportDeclaration, NeedsLine, RevisionLine } from '../generated/ast.ts'
import { scan } from '../lexer/scan.ts'
import { readString } from '../literals/string-literal.ts'
import { type Parsed, tokenTypes } from '../parse.ts'
import { rangeBetween, uriOf } from './lsp-places.ts'

/** The `revision.mig` of a revision, as a path; undefined for one that is not there. */
export type RevisionFile = (id: string) => string | undefined

/** Links from imports to their files, and from the revisions that a revision follows or needs to theirs. */
export function documentLinks(parsed: Parsed, revisionFile: RevisionFile = () => undefined): DocumentLink[] {
  return (parsed.ast.elements ?? []).flatMap(node => {
    if (node.$type === 'ImportDeclaration') return importLink(node, parsed)
    if (node.$type === 'RevisionLine') return revisionLinks(node, node.parents ?? [], parsed, revisionFile)
    if (node.$type === 'NeedsLine') return revisionLinks(node, node.revisions ?? [], parsed, revisionFile)
    return []
  })
}

function importLink(node: ImportDeclaration, parsed: Parsed): DocumentLink[] {
  const string = wordsOf(node, parsed).find(({ kind, image }) => kind === 'STRING' && readString(image) === node.path)
  if (string === undefined || !node.path || string.image.length < 3) return []
  const isClosed = string.image.endsWith("'")
  const start = string.start + 1
  const target = uriOf(resolve(dirname(parsed.file), node.path))
  const range = rangeBetween(parsed, start, string.start + string.image.length - (isClosed ? 1 : 0))
  return [{ range, target, tooltip: 'Open the imported file' }]
}

function revisionLinks(
  node: RevisionLine | NeedsLine,
  ids: readonly string[],
  parsed: Parsed,
  revisionFile: RevisionFile,
): DocumentLink[] {
  const words = wordsOf(node, parsed)
  const from = node.$type === 'NeedsLine' ? 0 : words.findIndex(({ kind }) => kind === 'after')
  const names = words.slice(from + 1).filter(({ image }) => ids.includes(image))
  return names.flatMap(({ image, start }) => {
    const file = revisionFile(image)
    if (file === undefined) return []
    const range = rangeBetween(parsed, start, start + image.length)
    return [{ range, target: uriOf(file), tooltip: `Open revision ${image}` }]
  })
}

function wordsOf({ $cstNode }: ImportDeclaration | RevisionLine | NeedsLine, { text }: Parsed) {
  if ($cstNode === undefined) return []
  const { tokens } = scan(text, tokenTypes(), $cstNode.offset, $cstNode.end)
  return tokens.map(({ tokenType, image, startOffset }) => ({ kind: tokenType.name, image, start: startOffset }))
}
