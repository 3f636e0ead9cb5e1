/** A Markdown text whose `console` blocks are command lines with what they print, and whose `FILE` blocks are files. */
export interface Transcript {
  readonly parts: readonly Part[]
}

/** Lines that stay as they are, a file to write (its block's info string is `mig schema.mig`), or a block of commands. */
export type Part =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'file'; readonly path: string; readonly lines: readonly string[] }
  | { readonly kind: 'console'; readonly commands: readonly Command[] }

/** `$ mig …`, with `> …` for further lines, and what was printed; `[exit 1]` ends the output of a command that failed. */
export interface Command {
  readonly input: readonly string[]
  readonly output: readonly string[]
}

/** Reads the Markdown text. */
export function readTranscript(text: string): Transcript {
  const parts: Part[] = []
  let prose: string[] = []
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    prose.push(lines[index]!)
    const block = /^```(?:console|\w+ (\S+))$/.exec(lines[index]!)
    if (!block) continue
    const end = lines.indexOf('```', index + 1)
    const content = lines.slice(index + 1, end)
    parts.push({ kind: 'text', lines: prose })
    parts.push(
      block[1]
        ? { kind: 'file', path: block[1], lines: content }
        : { kind: 'console', commands: readCommands(content) },
    )
    prose = []
    index = end - 1
  }
  return { parts: [...parts, { kind: 'text', lines: prose }] }
}

function readCommands(lines: readonly string[]): readonly Command[] {
  const commands: { input: string[]; output: string[] }[] = []
  for (const line of lines) {
    const current = commands.at(-1)
    if (line.startsWith('$ ')) commands.push({ input: [line.slice(2)], output: [] })
    else if (/^>( |$)/.test(line) && current?.output.length === 0) current.input.push(line.slice(2))
    else current?.output.push(line)
  }
  return commands.map(({ input, output }) => ({ input, output: output.at(-1) === '' ? output.slice(0, -1) : output }))
}

/** The text of a transcript, a blank line between the commands of a block. */
export function writeTranscript(transcript: Transcript): string {
  return transcript.parts.flatMap(writePart).join('\n')
}

function writePart(part: Part): readonly string[] {
  if (part.kind !== 'console') return part.lines
  return part.commands.flatMap(({ input, output }, index) => [
    ...(index === 0 ? [] : ['']),
    ...input.map((line, i) => `${i === 0 ? '$' : '>'} ${line}`.trimEnd()),
    ...output,
  ])
}
