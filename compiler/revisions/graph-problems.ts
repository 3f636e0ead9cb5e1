import type { MigError } from '../failure.ts'
import { graphFailure, listed } from './failures.ts'
import { findCycle } from './find-cycle.ts'
import type { RevisionNode } from './revision-node.ts'

const ID = /^[A-Za-z0-9_]{1,40}$/
const LABEL = /^[^@+:\s-]([^@+:\s]*[^@+:\s-])?$/
const WORDS: ReadonlySet<string> = new Set(['head', 'heads', 'base', 'current'])
const RESTORE = 'Restore its folder from version control'

/** Throws when `id` cannot be the id of a revision. */
export function checkRevisionId(id: string): void {
  const problem = idProblem(id)
  if (problem !== undefined) throw problem
}

/** Everything that is wrong with a set of revisions; an empty list means that they form a graph. */
export function findGraphProblems(revisions: readonly RevisionNode[]): MigError[] {
  const problems = revisions.flatMap(node => idProblem(node.id) ?? [])
  problems.push(...sameIdProblems(revisions), ...labelProblems(revisions), ...missingProblems(revisions))
  if (problems.length > 0) return problems
  const cycle = findCycle(revisions, node => node.parents)
  if (cycle !== undefined) return [cycleProblem(cycle, 'MIG323', 'is its own ancestor', '`after` line')]
  const labels = new Map(revisions.flatMap(node => node.labels.map(label => [label, node.id] as const)))
  const round = findCycle(revisions, node => [...node.parents, ...node.needs.map(need => labels.get(need) ?? need)])
  return round === undefined ? [] : [cycleProblem(round, 'MIG324', 'needs itself', '`needs` line')]
}

function idProblem(id: string): MigError | undefined {
  if (ID.test(id) && !WORDS.has(id)) return undefined
  const why = WORDS.has(id) ? 'is a word with a meaning of its own' : 'is not 1 to 40 letters, digits and `_`'
  return graphFailure('MIG326', `The id '${id}' ${why}.`, 'Give the revision another id.', [id])
}

function sameIdProblems(revisions: readonly RevisionNode[]): MigError[] {
  const seen = new Map<string, string>()
  const problems: MigError[] = []
  for (const { id } of revisions) {
    const folded = id.toLowerCase()
    const other = seen.get(folded)
    if (other === id) {
      const remedy = 'Remove one of the two folders, or give one of the two revisions an id of its own.'
      problems.push(graphFailure('MIG321', `Two revisions have the id ${id}.`, remedy, [id]))
    } else if (other !== undefined) {
      const message = `The ids ${other} and ${id} differ only in upper and lower case, which some file systems do not tell apart.`
      problems.push(graphFailure('MIG322', message, 'Give one of the two revisions another id.', [other, id]))
    }
    seen.set(folded, id)
  }
  return problems
}

function labelProblems(revisions: readonly RevisionNode[]): MigError[] {
  const ids = new Set(revisions.map(node => node.id))
  const owners = new Map<string, string>()
  const problems: MigError[] = []
  for (const { id, labels } of revisions) {
    for (const label of labels) {
      const owner = owners.get(label) ?? (ids.has(label) ? label : undefined)
      if (owner !== undefined) {
        const what = ids.has(label) ? 'is the id of a revision' : `is already the label of revision ${owner}`
        const message = `The label '${label}' of revision ${id} ${what}.`
        problems.push(graphFailure('MIG325', message, 'Give the branch another label.', [id, owner]))
      } else if (!LABEL.test(label) || WORDS.has(label)) {
        const message = `The label '${label}' of revision ${id} cannot be told from the words that name revisions.`
        const remedy = 'Use letters, digits, `_`, `.` and `/`, and none of `head`, `heads`, `base` and `current`.'
        problems.push(graphFailure('MIG327', message, remedy, [id]))
      }
      owners.set(label, id)
    }
  }
  return problems
}

function missingProblems(revisions: readonly RevisionNode[]): MigError[] {
  const known = new Set(revisions.flatMap(node => [node.id, ...node.labels]))
  const ids = new Set(revisions.map(node => node.id))
  return revisions.flatMap(({ id, parents, needs }) => [
    ...parents
      .filter(parent => !ids.has(parent))
      .map(parent => {
        const message = `Revision ${id} comes after ${parent}, which is not there.`
        return graphFailure('MIG320', message, `${RESTORE}, or correct the \`after\` line of ${id}.`, [id, parent])
      }),
    ...needs
      .filter(need => !known.has(need))
      .map(need => {
        const message = `Revision ${id} needs ${need}, which is not there.`
        return graphFailure('MIG320', message, `${RESTORE}, or correct the \`needs\` line of ${id}.`, [id, need])
      }),
  ])
}

function cycleProblem(cycle: readonly string[], code: 'MIG323' | 'MIG324', what: string, line: string): MigError {
  const way = cycle.length === 1 ? '' : `: ${[...cycle, cycle[0]!].join(' -> ')}`
  const remedy = `Correct the ${line} of ${cycle.length === 1 ? cycle[0]! : `one of ${listed(cycle)}`}.`
  return graphFailure(code, `Revision ${cycle[0]!} ${what}${way}.`, remedy, cycle)
}
