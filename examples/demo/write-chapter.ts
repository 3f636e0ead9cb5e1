import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { changedLines } from './changed-lines.ts'
import type { Chapter } from './chapter.ts'
import { type MigRun, runMig } from './run-mig.ts'

/** A file that was edited: its name, and the lines that went (`-`) and came (`+`). */
export interface Edit {
  readonly file: string
  readonly lines: readonly string[]
}

/** Takes a project one chapter further; answers the edits and commands of a person who does it by hand, in their order. */
export async function writeChapter(
  project: string,
  story: string,
  chapter: Chapter,
): Promise<readonly (Edit | MigRun)[]> {
  const text = (ending: string) => readFileSync(join(story, `${chapter.name}.${ending}`), 'utf8')
  const mig = async (...args: readonly string[]) => succeeded(await runMig(project, args, chapter.created))
  if (existsSync(join(story, `${chapter.name}.mig`))) {
    return [edit(join(project, 'schema.mig'), () => text('mig')), await mig('compile', '-m', chapter.message)]
  }
  const made = await mig('revision', '-m', chapter.message)
  const [, path] = /^wrote (.*)$/m.exec(made.out)!
  const filled = edit(join(project, path!), draft => fillIn(draft, text('up.sql'), text('down.sql')))
  return [made, filled, await mig('compile')]
}

function edit(path: string, change: (text: string) => string): Edit {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const after = change(before)
  writeFileSync(path, after)
  return { file: basename(path), lines: changedLines(before, after) }
}

/** The text of a draft with SQL in its empty step. */
function fillIn(draft: string, up: string, down: string): string {
  const block = (sql: string) => `\`\n${sql.trimEnd().replace(/^/gm, '    ').replaceAll('`', '``')}\n  \``
  return draft.replace('up   ``', () => `up   ${block(up)}`).replace('down ``', () => `down ${block(down)}`)
}

function succeeded(run: MigRun): MigRun {
  if (run.code === 0) return run
  throw new Error(`$ ${run.command}\n${run.out}${run.err}[exit ${run.code}]`)
}
