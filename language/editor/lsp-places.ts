import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Position as LspPosition, Range as LspRange } from 'vscode-languageserver-types'
import type { Range } from '../diagnostic.ts'
import type { Parsed } from '../parse.ts'

/** The path of a file on disk; the URI itself for what is not there, such as a new file that was never saved. */
export function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) return uri
  try {
    return fileURLToPath(uri)
  } catch {
    return uri
  }
}

/** The URI of a path that `pathOf` gave. */
export function uriOf(path: string): string {
  return /^[a-z][a-z0-9+.-]+:/i.test(path) && !/^[a-z]:[\\/]/i.test(path) ? path : pathToFileURL(path).href
}

/** A range as the protocol has it. */
export function lspRange({ start, end }: Range): LspRange {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  }
}

/** The range from one offset of a file up to another. */
export function rangeBetween(parsed: Pick<Parsed, 'lines'>, start: number, end: number): LspRange {
  return lspRange(parsed.lines.range(start, end - start))
}

/** The offset of a position; one that is past the end of its line is at that end. */
export function offsetAt(parsed: Pick<Parsed, 'lines' | 'text'>, { line, character }: LspPosition): number {
  return parsed.lines.offset(line, character)
}
