import type { RevisionHead } from '../../compiler/revisions/revision.ts'

/** A revision on one line: id, day, message, and what else there is to know of its place in the graph. */
export function revisionLine(revision: RevisionHead, marks: readonly string[] = []): string {
  const { id, created, message, labels, needs } = revision
  const all = [...marks, ...labels.map(label => `label ${label}`), ...needs.map(need => `needs ${need}`)]
  const line = `${id}  ${created.slice(0, 10)}  ${message.replace(/\s+/g, ' ')}`.trimEnd()
  return all.length === 0 ? line : `${line}  (${all.join(', ')})`
}

/** The revision as `history --json` prints it. */
export function revisionJson(revision: RevisionHead): Readonly<Record<string, unknown>> {
  const { id, parents, needs, labels, message, created } = revision
  return { id, parents, needs, labels, message, created }
}
