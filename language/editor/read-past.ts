import { MigError } from '../../compiler/failure.ts'
import { heads as headsOf } from '../../compiler/revisions/graph.ts'
import type { History } from '../../compiler/revisions/stored-revision.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { type OpenHistory, openHistory, schemaOf } from '../planning/open-history.ts'
import { HistoryReader, type OpenText } from './history-reader.ts'
import type { Past } from './past.ts'

const reader = new HistoryReader('steps')
const known = new WeakMap<History, { readonly past: Past | undefined }>()

/**
 * What the revisions in a folder say; nothing where there are none, or where they cannot be read. It may be asked at each keystroke:
 * the folder is read again when something in it is another than before. Texts that are open take the place of those on disk.
 */
export function readPast(migrations: string, openText?: OpenText): Past | undefined {
  try {
    const history = reader.read(migrations, openText)
    let found = known.get(history)
    if (found === undefined) {
      found = { past: pastOfHistory(history, migrations) }
      known.set(history, found)
    }
    return found.past
  } catch {
    return undefined
  }
}

function pastOfHistory(history: History, path: string): Past | undefined {
  if (history.revisions.length === 0) return undefined
  try {
    return pastOfOpen(openHistory(history, path))
  } catch (error) {
    if (error instanceof MigError) return undefined
    throw error
  }
}

const folded = new WeakMap<OpenHistory, Past>()

/** What revisions say that hang together. */
export function pastOfOpen(open: OpenHistory): Past {
  let past = folded.get(open)
  if (past === undefined) {
    const { path, graph, revisions } = open
    const heads = headsOf(graph)
    past = { path, graph, revisions, heads, schema: schemaAtHeads(open, heads) }
    folded.set(open, past)
  }
  return past
}

/** The schema at all heads; where they do not go together, that at the first of them, which is where most names are known. */
function schemaAtHeads(open: OpenHistory, heads: readonly string[]): Schema {
  try {
    return schemaOf(open, heads)
  } catch (error) {
    const [first] = heads
    if (heads.length < 2 || first === undefined || !(error instanceof MigError)) throw error
    return schemaOf(open, [first])
  }
}
