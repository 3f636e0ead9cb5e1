import type { RevisionHead } from '../../../../compiler/revisions/revision.ts'
import { meantBy } from '../../../checks/did-you-mean.ts'
import type { Diagnostic } from '../../../diagnostic.ts'
import { piece } from '../file-edits.ts'
import { type KnownRevisions, readRevisions, revisionsOf } from '../known-revisions.ts'
import type { RevisionActor, RevisionRemedy } from './revision-remedy.ts'

const MOST = 3
const SHORTEST_PREFIX = 4

/** Revisions that exist in the place of a parent, or of a need, that does not: what is close to it, else the last ones before. */
export function otherParent(actor: RevisionActor, { file, range, data }: Diagnostic): readonly RevisionRemedy[] {
  const path = actor.loaded().project.migrations
  const known = revisionsOf(readRevisions(path, actor.openText), path)
  const missing = String(data?.missing ?? '')
  const own = [...known.heads.values()].find(one => one.file === file)?.head
  if (own === undefined || missing === '') return []
  const isFree = (id: string) => id !== own.id && !own.parents.includes(id) && !own.needs.includes(id)
  const above = standingOn(known, own.id)
  const free = [...known.heads.values()].map(({ head }) => head).filter(({ id }) => isFree(id) && !above.has(id))
  const meant = closeTo(missing, free)
  const offered = meant === undefined ? before(own, free, known) : [meant]
  return offered.map(({ id, message }) => ({
    title: `Change \`${missing}\` to \`${id}\`${message === '' ? '' : ` (${message})`}`,
    changes: piece(file, range, id),
    preferred: meant !== undefined,
  }))
}

/** The one that the word begins, or one that is a slip of the finger away. */
function closeTo(word: string, heads: readonly RevisionHead[]): RevisionHead | undefined {
  const begun = word.length < SHORTEST_PREFIX ? [] : heads.filter(({ id }) => id.startsWith(word))
  if (begun.length === 1) return begun[0]
  const near = meantBy(
    word,
    heads.map(({ id }) => id),
  )
  return heads.find(({ id }) => id === near)
}

/** The last revisions that were made before it and that nothing else stands on; where there is none, the last before it. */
function before(own: RevisionHead, free: readonly RevisionHead[], { heads }: KnownRevisions): readonly RevisionHead[] {
  const older = free
    .filter(({ created }) => created <= own.created)
    .toSorted((a, b) => (a.created < b.created ? 1 : -1))
  const taken = new Set([...heads.values()].flatMap(({ head }) => head.parents))
  const tips = older.filter(({ id }) => !taken.has(id))
  return (tips.length > 0 ? tips : older.slice(0, 1)).slice(0, MOST)
}

/** The revisions that stand on one, itself among them: as its parent they would close a round. */
function standingOn({ heads }: KnownRevisions, id: string): ReadonlySet<string> {
  const links = [...heads.values()].flatMap(({ head }) =>
    [...head.parents, ...head.needs].map(down => [down, head.id] as const),
  )
  const above = Map.groupBy(links, ([down]) => down)
  const found = new Set([id])
  for (const at of found) for (const [, up] of above.get(at) ?? []) found.add(up)
  return found
}
