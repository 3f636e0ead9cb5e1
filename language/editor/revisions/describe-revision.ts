import { listed } from '../../../compiler/revisions/failures.ts'
import { revisionId } from '../../../compiler/revisions/identity.ts'
import type { Revision, RevisionHead } from '../../../compiler/revisions/revision.ts'
import type { StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import { DIALECTS } from '../../../compiler/schema/dialect.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'
import { lossAmong } from '../../../compiler/steps/loss-among.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { printStep } from '../../print/step.ts'
import type { OpenText } from '../history-reader.ts'
import { uriOf } from '../lsp-places.ts'
import { printSchemaUri } from '../schema-uri.ts'
import { currentText } from './current-text.ts'
import { isSource } from './edited-problems.ts'
import { headIds, type KnownRevisions, meantId } from './known-revisions.ts'
import { code, link, plainText } from './markdown.ts'

const MOST_STEPS = 12

/** A revision as markdown: its message and id, where it stands among the others, what it does and what that loses. */
export function describeRevision(known: KnownRevisions, id: string, openText?: OpenText): string {
  const { head, file } = known.heads.get(id)!
  const stored = known.revisions.get(id)
  const title = head.message.trim() === '' ? '' : `**${plainText(head.message)}** · `
  const lines = [
    `${title}${code(id)}`,
    [`created ${head.created.replace('T', ' ').replace('Z', ' UTC')}`, ...links(known, head), ...labels(head)].join(
      ' · ',
    ),
    place(known, id),
    stored === undefined ? 'Its steps cannot be read.' : steps(stored.revision),
    ...head.allows.map(allow => `Allows ${allow.code} ${code(allow.object)}: ${plainText(allow.reason)}`),
    ...(stored === undefined ? [] : edits(stored, openText)),
    [link('revision.mig', uriOf(file)), ...schemas(known, head)].join(' · '),
  ]
  return lines.filter(line => line !== '').join('\n\n')
}

function links(known: KnownRevisions, { parents, needs }: RevisionHead): readonly string[] {
  const named = (word: string) => {
    const file = known.heads.get(meantId(known, word) ?? '')?.file
    return file === undefined ? code(word) : link(code(word), uriOf(file))
  }
  return [
    parents.length === 0 ? 'the first' : `after ${listed(parents.map(named))}`,
    ...(needs.length === 0 ? [] : [`needs ${listed(needs.map(named))}`]),
  ]
}

function labels({ labels: names }: RevisionHead): readonly string[] {
  return names.map(name => `label ${code(name)}`)
}

/** Whether it is a head, a merge, a place where branches begin. */
function place(known: KnownRevisions, id: string): string {
  const { graph } = known
  if (graph === undefined) return ''
  const tips = headIds(known)
  const above = graph.children.get(id) ?? []
  const parts: string[] = []
  if (tips.includes(id)) parts.push(tips.length === 1 ? 'The head' : `One of ${tips.length} heads`)
  if (above.length > 1) parts.push(`A branch point: ${listed(above.map(code))} stand on it`)
  const joins = graph.nodes.get(id)?.parents.length ?? 0
  if (joins > 1) parts.push(`A merge of ${joins} branches`)
  return parts.map(part => `${part}.`).join(' ')
}

function steps({ steps: all }: Revision): string {
  if (all.length === 0) return 'Changes nothing.'
  const shown = all.slice(0, MOST_STEPS).map(step => line(step, all))
  const more = all.length - shown.length
  return [...shown, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n')
}

function line(step: Step, all: readonly Step[]): string {
  const loss = lossAmong(step, { steps: all })
  return `- ${plainText(describeStep(step))}${loss === undefined ? '' : ` — **loses** ${plainText(loss)}`}`
}

function edits(stored: StoredRevision, openText: OpenText | undefined): readonly string[] {
  const { revision, file } = stored
  const { id, parents, message, steps: all } = revision
  const text = currentText(file, openText)
  const isEdited = text !== undefined && !isSource(stored, text, DIALECTS)
  if (isEdited) return ['Edited after its SQL was rendered.']
  const isMade = /^[0-9a-f]{12}$/.test(id) && !all.some(({ kind }) => kind === 'sql')
  if (!isMade || revisionId(parents, message, all.map(printStep).join('\n')) === id) return []
  return ['The id is not the sum of what stands here: the revision was edited since it was made.']
}

function schemas({ path, graph }: KnownRevisions, { id, parents }: RevisionHead): readonly string[] {
  if (graph === undefined) return []
  const at = (revision: string) => printSchemaUri({ migrations: path, revision })
  const before = parents.length > 1 ? [] : [link('schema before', at(parents[0] ?? 'base'))]
  return [...before, link('schema after', at(id))]
}
