import type { ImportDeclaration } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { type Change, replace } from '../text/change.ts'
import { importsOf } from '../text/import-lines.ts'
import { lineEnd, lineStart } from '../text/lines.ts'
import { partOf, spanOf } from '../text/nodes.ts'

interface ImportLine {
  readonly path: string
  readonly written: string
  /** The names that are imported; nothing for the whole file. */
  readonly names: readonly string[] | undefined
  readonly comment: string
}

/** The imports of a file sorted by path, those of one file joined, names in order. A line between them keeps its place. */
export function organizeImports(parsed: Parsed): readonly Change[] {
  if (parsed.errors.length > 0) return []
  return runs(parsed).flatMap(run => {
    const start = lineStart(parsed.text, spanOf(run[0])!.start)
    const end = lineEnd(parsed.text, spanOf(run.at(-1))!.end)
    const before = parsed.text.slice(start, end)
    const after = joined(run.map(node => lineOf(parsed, node)))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
      .map(writeLine)
      .join('\n')
    return before.replaceAll('\r', '') === after ? [] : [replace(parsed, start, end, after)]
  })
}

/** Imports on lines that follow each other. */
function runs(parsed: Parsed): readonly (readonly ImportDeclaration[])[] {
  const found: ImportDeclaration[][] = []
  let end = -1
  for (const node of importsOf(parsed)) {
    const span = spanOf(node)!
    const isNext = end >= 0 && span.start <= lineEnd(parsed.text, end) + 1
    if (isNext) found.at(-1)!.push(node)
    else found.push([node])
    end = span.end
  }
  return found
}

function lineOf(parsed: Parsed, node: ImportDeclaration): ImportLine {
  const path = partOf(node, 'path')!
  const written = parsed.text.slice(path.start, path.end)
  const names = node.named ? [...(node.names ?? [])] : undefined
  const comment = parsed.text.slice(spanOf(node)!.end, lineEnd(parsed.text, spanOf(node)!.end)).trimEnd()
  return { path: node.path, written, names, comment }
}

function joined(lines: readonly ImportLine[]): ImportLine[] {
  const byPath = Map.groupBy(lines, ({ path }) => path)
  return [...byPath.values()].map(same => {
    const [first] = same
    const isWhole = same.some(({ names }) => names === undefined)
    const names = isWhole ? undefined : [...new Set(same.flatMap(one => one.names ?? []))].sort()
    return { ...first!, names, comment: same.find(({ comment }) => comment !== '')?.comment ?? '' }
  })
}

function writeLine({ written, names, comment }: ImportLine): string {
  return `import ${names === undefined ? '' : `{ ${names.join(', ')} } from `}${written}${comment}`
}
