/** A case on disk: a title, then named sections, each a block of text. */
export interface CaseFile {
  readonly title: string
  readonly sections: ReadonlyMap<string, string>
}

/** The sections a person writes (`project` has further lines of the project block, `project after` those of the second side); all others are what the tool gives and are rewritten with `UPDATE=1`. */
export const WRITTEN = [
  'project',
  'before',
  'project after',
  'after',
  'targets',
  'rows',
  'rows postgres',
  'rows sqlite',
] as const

const HEAD = /^== (.+)$/

/** Reads `title`, then `== name` lines with the text below each. */
export function readCase(text: string): CaseFile {
  const lines = text.split('\n')
  const title: string[] = []
  const sections = new Map<string, string[]>()
  let current = title
  for (const line of lines) {
    const name = HEAD.exec(line)?.[1]
    if (name === undefined) current.push(line)
    else {
      current = []
      sections.set(name, current)
    }
  }
  return {
    title: title.join('\n').trim(),
    sections: new Map([...sections].map(([name, body]) => [name, trimLines(body.join('\n'))])),
  }
}

export function printCase(file: CaseFile): string {
  const parts = [...file.sections].map(([name, body]) => `== ${name}\n${body === '' ? '' : `${body}\n`}`)
  return `${file.title}\n\n${parts.join('\n')}`
}

function trimLines(text: string): string {
  return text.replace(/^\n+/, '').replace(/\s+$/, '')
}
