import type { Range as LspRange, SemanticTokens } from 'vscode-languageserver-types'
import { scan } from '../../lexer/scan.ts'
import { type Parsed, tokenTypes } from '../../parse.ts'
import { offsetAt } from '../lsp-places.ts'
import type { Occurrence } from '../occurrence.ts'
import { occurrencesOf } from '../occurrences/occurrences-of.ts'
import type { ProjectModel } from '../project-model.ts'
import { classify } from './classify.ts'
import { nameStyle, PLAIN, type Style, style } from './legend.ts'
import { sqlStretches } from './sql-tokens.ts'
import { TokenWriter } from './token-writer.ts'

/** The tokens of a file, or of a part of it, with what each means: numbered by `LEGEND`. */
export function semanticTokens(model: ProjectModel, parsed: Parsed, range?: LspRange): SemanticTokens {
  const part = partOf(parsed, range)
  const { tokens, comments } = scan(parsed.text, tokenTypes(), part.from, part.to)
  const styles = classify(part.elements, parsed.ast, tokens)
  const names = new NameTape(occurrencesOf(model, parsed), part.from)
  const writer = new TokenWriter(parsed, part.start, part.end)
  let comment = 0
  for (let at = 0; at < tokens.length; at++) {
    const { startOffset: start, image, tokenType } = tokens[at]!
    for (; comment < comments.length && comments[comment]!.offset < start; comment++) writeComment(comments[comment]!)
    if (image === '\n') continue
    if (tokenType.name !== 'SQL') write(start, start + image.length, styles[at]!)
    else for (const stretch of sqlStretches(image, start)) write(stretch.start, stretch.end, stretch.style)
  }
  for (; comment < comments.length; comment++) writeComment(comments[comment]!)
  return { data: writer.data }

  function write(start: number, end: number, of: Style): void {
    let from = start
    for (const name of names.within(start, end)) {
      if (name.start > from) writer.write(from, name.start, of)
      writer.write(name.start, name.end, nameStyle(name.kind, name.role === 'declaration'))
      from = name.end
    }
    if (from < end && of !== PLAIN) writer.write(from, end, of)
  }

  function writeComment({ kind, text, offset }: { kind: string; text: string; offset: number }): void {
    const of = kind === 'doc' ? style('comment', 'documentation') : style('comment')
    writer.write(offset, offset + text.trimEnd().length, of)
  }
}

/** Whole elements and what stands between them, so that the text can be read from there on. */
function partOf({ ast, text, lines }: Parsed, range: LspRange | undefined) {
  const elements = ast.elements.filter(element => element.$cstNode !== undefined)
  if (range === undefined) return { elements, from: 0, to: text.length, start: 0, end: text.length }
  const start = offsetAt({ lines, text }, range.start)
  const end = offsetAt({ lines, text }, range.end)
  const first = elements.findIndex(element => element.$cstNode!.end >= start)
  const after = elements.findIndex(element => element.$cstNode!.offset > end)
  const from = first < 0 ? (elements.at(-1)?.$cstNode?.end ?? 0) : (elements[first - 1]?.$cstNode?.end ?? 0)
  const to = after < 0 ? text.length : elements[after]!.$cstNode!.offset
  return { elements: first < 0 ? [] : elements.slice(first, after < 0 ? undefined : after), from, to, start, end }
}

/** The names of a file one after the other. */
class NameTape {
  private readonly names: readonly Occurrence[]
  private at = 0

  constructor(names: readonly Occurrence[], from: number) {
    this.names = names
    while (this.at < names.length && names[this.at]!.end <= from) this.at++
  }

  /** The names that stand in a stretch; each stretch begins where the one before it ends, or later. */
  *within(start: number, end: number): Iterable<Occurrence> {
    while (this.at < this.names.length && this.names[this.at]!.start < end) {
      const name = this.names[this.at++]!
      if (name.made || name.start < start || name.end > end || name.end <= name.start) continue
      yield name
      start = name.end
    }
  }
}
