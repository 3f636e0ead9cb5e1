import type { Allow, RevisionHead } from '../../compiler/revisions/revision.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import { readParts, unquote } from '../literals/name-literal.ts'
import { plainLines } from './plain-lines.ts'
import { PLAIN_TYPES } from './plain-token-types.ts'
import { TokenLine } from './token-line.ts'

const { ID, TIMESTAMP } = PLAIN_TYPES.all
const STEP = /^[ \t\r\f\v\u00a0\ufeff]*(?:create|drop|add|rename|alter|sql)\b/m
const LATE_HEAD = /(?:^|\*\/)[ \t\r\f\v\u00a0\ufeff]*(?:revision|created|label|needs|allow)\b/m
const HEAD_WORDS: ReadonlySet<string> = new Set(['revision', 'created', 'label', 'needs', 'allow'])

/**
 * Reads the lines of a `revision.mig` before its steps, without the grammar. It answers only what `readRevision` would
 * answer; undefined is no error, but says that the text has to be read by that one. The steps are not looked at.
 */
export function lightHead(text: string): RevisionHead | undefined {
  const steps = STEP.exec(text)?.index ?? text.length
  if (LATE_HEAD.test(text.slice(steps)) && hasLateHead(text, steps)) return undefined
  const { lines, hasProblems } = plainLines(text.slice(0, steps))
  if (hasProblems || lines[0]?.tokens[0]?.image !== 'revision') return undefined
  const draft = new HeadDraft()
  return lines.every(({ tokens }) => draft.take(new TokenLine(tokens))) ? draft.head() : undefined
}

/** Whether a line after the first step belongs to the head all the same. */
function hasLateHead(text: string, steps: number): boolean {
  return plainLines(text).lines.some(({ tokens: [first], depth }) => {
    return depth === 0 && first!.startOffset >= steps && HEAD_WORDS.has(first!.image)
  })
}

/** The head as far as it is read. Each `take…` answers whether it surely understood the line. */
class HeadDraft {
  private readonly first: { id: string; message: string; parents: readonly string[] }[] = []
  private readonly created: string[] = []
  private readonly labels: string[] = []
  private readonly needs: string[] = []
  private readonly allows: Allow[] = []

  take(line: TokenLine): boolean {
    switch (line.take(ID)) {
      case 'revision':
        return this.takeRevision(line)
      case 'created':
        return push(this.created, line.take(TIMESTAMP)) && line.isDone
      case 'label':
        return push(this.labels, line.string()) && line.isDone
      case 'needs':
        return this.takeNeeds(line)
      case 'allow':
        return this.takeAllow(line)
      default:
        return false
    }
  }

  head(): RevisionHead | undefined {
    const [first, ...others] = this.first
    const [created, ...times] = this.created
    if (first === undefined || created === undefined || others.length > 0 || times.length > 0) return undefined
    const { id, message, parents } = first
    return { id, message, parents, needs: this.needs, labels: this.labels, created, allows: this.allows }
  }

  private takeRevision(line: TokenLine): boolean {
    const id = line.id()
    const message = line.string()
    const parents = line.isDone ? [] : line.takeText('after') ? line.ids() : undefined
    if (id === undefined || message === undefined || parents === undefined) return false
    this.first.push({ id, message, parents })
    return true
  }

  private takeNeeds(line: TokenLine): boolean {
    const ids = line.ids()
    this.needs.push(...(ids ?? []))
    return ids !== undefined
  }

  private takeAllow(line: TokenLine): boolean {
    const code = line.take(ID)
    const text = line.string()
    const path = text === undefined ? line.path() : undefined
    const object = path === undefined ? text : readParts(path).map(quoteName).join('.')
    const reason = line.string()
    if (code === undefined || object === undefined || reason === undefined) return false
    this.allows.push({ code: unquote(code), object, reason })
    return line.isDone
  }
}

function push(list: string[], value: string | undefined): boolean {
  if (value === undefined) return false
  list.push(value)
  return true
}
