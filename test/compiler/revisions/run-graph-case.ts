import { MigError } from '../../../compiler/failure.ts'
import { downgradePath } from '../../../compiler/revisions/downgrade-path.ts'
import { bases, freeHeads, heads, loadGraph, type RevisionGraph } from '../../../compiler/revisions/graph.ts'
import { checkRevisionId } from '../../../compiler/revisions/graph-problems.ts'
import { branchPoints, history } from '../../../compiler/revisions/history.ts'
import { checkAtHeads, newNeeds, newParents } from '../../../compiler/revisions/new-revision.ts'
import { readTarget } from '../../../compiler/revisions/range.ts'
import { ancestors, appliedHeads, appliedTips } from '../../../compiler/revisions/reach.ts'
import { resolve, resolveOne } from '../../../compiler/revisions/resolve.ts'
import { checkStamp, readStampTargets, stamped } from '../../../compiler/revisions/stamp.ts'
import { upgradePath } from '../../../compiler/revisions/upgrade-path.ts'

/** One case of `graph-cases.json`; its `meta` says what the fields mean. */
export interface GraphCase {
  readonly name: string
  readonly graph:
    | readonly {
        readonly id: string
        readonly down: readonly string[]
        readonly depends_on: readonly string[]
        readonly labels: readonly string[]
      }[]
    | null
  readonly current: readonly string[]
  readonly op: string
  readonly target: string | readonly string[] | null
  readonly options?: {
    readonly sql?: boolean
    readonly purge?: boolean
    readonly splice?: boolean
    readonly depends_on?: readonly string[]
    readonly rev_id?: string
    readonly check_heads?: boolean
    readonly resolve_dependencies?: boolean
  }
  readonly expect: {
    readonly error?: string
    readonly steps?: readonly string[]
    readonly versions_after?: readonly string[]
    readonly revisions?: readonly string[]
    readonly down?: readonly string[]
    readonly depends_on?: readonly string[]
  }
  readonly suggested?: string
}

/** What a case gives, in the form of its `expect`; an error is the code of the failure. */
export type GraphAnswer = Omit<GraphCase['expect'], 'error'> & { readonly error?: string }

/** Runs one case on the graph alone. */
export function runGraphCase(one: GraphCase): GraphAnswer {
  try {
    const graph = loadGraph(
      (one.graph ?? []).map(({ down, depends_on, ...node }) => ({ ...node, parents: down, needs: depends_on })),
    )
    return run(one, graph)
  } catch (error) {
    if (error instanceof MigError) return { error: error.code }
    throw error
  }
}

function run({ op, target, current, options = {} }: GraphCase, graph: RevisionGraph): GraphAnswer {
  const text = typeof target === 'string' ? target : ''
  const targets = target === null ? [] : typeof target === 'string' ? [target] : target
  switch (op) {
    case 'load':
      return { revisions: [...graph.nodes.keys()].sort() }
    case 'heads':
      return { revisions: options.resolve_dependencies ? freeHeads(graph) : heads(graph) }
    case 'bases':
      return { revisions: bases(graph) }
    case 'branches':
      return { revisions: branchPoints(graph) }
    case 'resolve':
      return { revisions: resolve(graph, text) }
    case 'history':
      return { revisions: history(graph, target === null ? undefined : text, current) }
    case 'current':
      if (options.check_heads) checkAtHeads(current, heads(graph))
      return {
        revisions: [
          ...appliedHeads(
            graph,
            ancestors(
              graph,
              current.map(id => resolveOne(graph, id)!),
            ),
          ),
        ].sort(),
      }
    case 'merge':
      return { down: newParents(graph, targets, options.splice) }
    case 'revision':
      if (options.rev_id !== undefined) checkRevisionId(options.rev_id)
      return {
        down: newParents(graph, targets.length === 0 ? ['head'] : targets, options.splice),
        depends_on: newNeeds(graph, options.depends_on ?? []),
      }
    case 'stamp':
      return stamp(graph, current, targets, options)
    case 'upgrade':
    case 'downgrade':
      return move(graph, op, current, text, options.sql ?? false)
    default:
      throw new Error(`no such operation: ${op}`)
  }
}

function move(
  graph: RevisionGraph,
  op: 'upgrade' | 'downgrade',
  current: readonly string[],
  text: string,
  sql: boolean,
): GraphAnswer {
  const { from, to } = readTarget(text, op, sql)
  const start = from === undefined ? undefined : resolveOne(graph, from)
  const rows = from === undefined ? current : start === undefined ? [] : [start]
  const steps = op === 'upgrade' ? upgradePath(graph, rows, to) : downgradePath(graph, rows, to)
  const before = ancestors(graph, rows)
  const after = op === 'upgrade' ? [...before, ...steps] : [...before].filter(id => !steps.includes(id))
  return { steps, versions_after: [...appliedTips(graph, after)].sort() }
}

function stamp(
  graph: RevisionGraph,
  current: readonly string[],
  targets: readonly string[],
  options: NonNullable<GraphCase['options']>,
): GraphAnswer {
  const { sql = false, purge = false } = options
  checkStamp({ sql, purge })
  const { from, to } = sql ? readStampTargets(graph, targets) : { from: current, to: targets }
  return { steps: [], versions_after: [...stamped(graph, purge ? [] : from, to)].sort() }
}
