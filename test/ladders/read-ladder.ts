import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A feature that schemas of others use: SQL as they write it, and the text that means it here. */
export interface Rung {
  readonly name: string
  readonly sql: string
  readonly mig: string
  /** What the text makes otherwise than the SQL, with the reason. */
  readonly differs: string
}

/** The rungs of a file: `== NAME`, and below it the parts `-- sql`, `-- mig` and, where something differs, `-- differs`. */
export function readLadder(file: string): readonly Rung[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8')
  return text
    .split(/^== /m)
    .slice(1)
    .map(rung => {
      const [name = '', ...parts] = rung.split(/\n-- (?=(?:sql|mig|differs)\n)/)
      const part = (kind: string) =>
        parts
          .find(one => one.startsWith(`${kind}\n`))
          ?.slice(kind.length + 1)
          .trimEnd() ?? ''
      return { name: name.trim(), sql: part('sql'), mig: `${part('mig')}\n`, differs: part('differs') }
    })
}

/** The names of the rungs of a ladder, as they were counted: one a line. */
export function ladderNames(file: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
}
