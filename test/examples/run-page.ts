import { runTranscript } from '../cli/run-transcript.ts'
import { type Part, readTranscript, type Transcript, writeTranscript } from '../cli/transcript.ts'

/** A block of a page that shows a file, or an edit of one. */
export interface PageBlock {
  readonly path: string
  readonly lines: readonly string[]
  /** Whether the block is a `diff`: lines that went and came. */
  readonly isEdit: boolean
  /** The number of the heading that it stands under. */
  readonly chapter: number
}

/** A block as the page should show it, and the whole file that is written in its place. */
export interface WrittenBlock extends Pick<PageBlock, 'path' | 'lines'> {
  readonly text: string
}

/** What a page leaves to its story. */
export interface PageStory {
  /** The file that a block stands for; asked for each block in order. */
  readonly write: (block: PageBlock) => WrittenBlock
  /** When the commands of a chapter run. */
  readonly clock: (chapter: number) => string
  /** A folder that becomes a copy of what is there at the end. */
  readonly keep?: string
}

const HEADING = /^## (\d+)\. /

/** Runs the commands of a page in an empty folder, and answers the page with what was really printed. */
export async function runPage(page: string, story: PageStory): Promise<string> {
  const shown: Part[] = []
  const run: Part[] = []
  for (const { part, block, chapter } of placedParts(page)) {
    const written = block && story.write(block)
    if (written) run.push({ kind: 'file', path: written.path, lines: written.text.replace(/\n$/, '').split('\n') })
    else run.push(part.kind === 'console' ? withClock(part, story.clock(chapter)) : part)
    shown.push(written && part.kind === 'file' ? { ...part, lines: written.lines } : part)
  }
  if (story.keep !== undefined) run.push(copyTo(story.keep))
  const printed = await runTranscript({ parts: run })
  return writeTranscript({ parts: shown.map((part, index) => withOutput(part, printed, index)) })
}

/** The blocks of a page that show files or edits, in order. */
export function pageBlocks(page: string): readonly PageBlock[] {
  return placedParts(page).flatMap(({ block }) => block ?? [])
}

/** The parts of a page with the chapter that each stands in. */
function placedParts(page: string): readonly { part: Part; chapter: number; block: PageBlock | undefined }[] {
  let chapter = 1
  let fence = ''
  return readTranscript(page).parts.map(part => {
    if (part.kind === 'text') {
      for (const line of part.lines) chapter = Number(HEADING.exec(line)?.[1] ?? chapter)
      fence = part.lines.at(-1) ?? ''
    }
    const isEdit = fence.startsWith('```diff ')
    const block = part.kind === 'file' ? { path: part.path, lines: part.lines, chapter, isEdit } : undefined
    return { part, chapter, block }
  })
}

function withClock(part: Part & { kind: 'console' }, time: string): Part {
  const commands = part.commands.map(({ input, output }) => ({ input: [`export MIG_NOW=${time}`, ...input], output }))
  return { ...part, commands }
}

function copyTo(folder: string): Part {
  return { kind: 'console', commands: [{ input: [`cp -R . '${folder}'`], output: [] }] }
}

/** The commands as the page shows them, with what they printed. */
function withOutput(part: Part, printed: Transcript, index: number): Part {
  const ran = printed.parts[index]!
  if (part.kind !== 'console' || ran.kind !== 'console') return part
  return { ...part, commands: part.commands.map(({ input }, at) => ({ input, output: ran.commands[at]!.output })) }
}
