import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MigError } from '../../../compiler/failure.ts'
import { beginsAtFirst, downgradePath } from '../../../compiler/revisions/downgrade-path.ts'
import { bases, freeHeads, heads, loadGraph } from '../../../compiler/revisions/graph.ts'
import { findGraphProblems } from '../../../compiler/revisions/graph-problems.ts'
import { branchPoints, history } from '../../../compiler/revisions/history.ts'
import { ancestors, appliedHeads, appliedTips } from '../../../compiler/revisions/reach.ts'
import { resolve, resolveOne } from '../../../compiler/revisions/resolve.ts'
import type { RevisionNode } from '../../../compiler/revisions/revision-node.ts'
import { oldestFirst } from '../../../compiler/revisions/topological.ts'
import { upgradePath } from '../../../compiler/revisions/upgrade-path.ts'
import { type GraphCase, runGraphCase } from './run-graph-case.ts'

/** `r01 r02|r01 r03|r01||label`: each revision with its parents, its needs and its labels. */
function nodes(text: string): RevisionNode[] {
  const list = (part = '') => (part === '' ? [] : part.split(','))
  return text.split(' ').map(word => {
    const [id, parents, needs, labels] = word.split('|')
    return { id: id!, parents: list(parents), needs: list(needs), labels: list(labels) }
  })
}

function failure(work: () => unknown): { code: string; message: string; remedy: string; revisions: unknown } {
  try {
    work()
  } catch (error) {
    if (error instanceof MigError) {
      return { code: error.code, message: error.message, remedy: error.remedy, revisions: error.facts.revisions }
    }
    throw error
  }
  throw new Error('it did not fail')
}

const FORK = 'b5fa6c4653db ab52a8c0fcb8|b5fa6c4653db ab99d0000001|b5fa6c4653db||reports'

describe('loading', () => {
  const problem = (text: string) => {
    const [first] = findGraphProblems(nodes(text))
    return { code: first!.code, message: first!.message, revisions: first!.facts.revisions }
  }

  it('names a parent that is not there', () => {
    expect(problem('a1 a2|zz')).toEqual({
      code: 'MIG320',
      message: 'Revision a2 comes after zz, which is not there.',
      revisions: ['a2', 'zz'],
    })
    expect(problem('a1 a2|a1|zz').message).toBe('Revision a2 needs zz, which is not there.')
  })

  it('refuses an id used twice, also in another case', () => {
    expect(problem('a1 a2|a1 a2|a1')).toMatchObject({ code: 'MIG321', revisions: ['a2'] })
    expect(problem('ab12 AB12|ab12')).toMatchObject({ code: 'MIG322', revisions: ['ab12', 'AB12'] })
  })

  it('shows the way round a cycle, and only that', () => {
    expect(problem('a b|a,d c|b d|c e|d')).toEqual({
      code: 'MIG323',
      message: 'Revision b is its own ancestor: b -> d -> c -> b.',
      revisions: ['b', 'd', 'c'],
    })
    expect(problem('a||c b|a c|b').code).toBe('MIG324')
    expect(problem('a|a').message).toBe('Revision a is its own ancestor.')
    expect(problem('a||own|own')).toMatchObject({ code: 'MIG324', message: 'Revision a needs itself.' })
  })

  it('keeps labels apart from ids, from each other and from the words', () => {
    expect(problem('a|||x b|a||x')).toMatchObject({ code: 'MIG325', revisions: ['b', 'a'] })
    expect(problem('a b|a||a').message).toBe("The label 'a' of revision b is the id of a revision.")
    expect(problem('a|||heads').code).toBe('MIG327')
    expect(problem('a|||x+1').code).toBe('MIG327')
    expect(findGraphProblems(nodes('a|||billing.v2/eu'))).toEqual([])
  })

  it('refuses ids that are words or cannot be file names', () => {
    expect(problem('head').code).toBe('MIG326')
    expect(problem(`${'a'.repeat(41)}`).code).toBe('MIG326')
    expect(problem('a.b').code).toBe('MIG326')
  })

  it('tells all that is wrong at once, and throws the first of it', () => {
    const all = findGraphProblems(nodes('a|nope b|a|nowhere a|b'))
    expect(all.map(one => one.code)).toEqual(['MIG321', 'MIG320', 'MIG320'])
    expect(failure(() => loadGraph(nodes('a|nope'))).code).toBe('MIG320')
  })
})

describe('naming revisions', () => {
  const graph = loadGraph(nodes(FORK))

  it('takes a prefix of at least four letters that is unique', () => {
    expect(resolve(graph, 'b5fa')).toEqual(['b5fa6c4653db'])
    expect(resolve(graph, 'ab52')).toEqual(['ab52a8c0fcb8'])
    expect(failure(() => resolve(graph, 'b5f'))).toMatchObject({
      code: 'MIG301',
      message: "There is no revision or label 'b5f'.",
      remedy: 'Give an id, a label, or at least 4 letters that an id begins with; see `mig history`.',
    })
    const twins = loadGraph(nodes('abcd1 abcd2|abcd1'))
    expect(failure(() => resolve(twins, 'abcd'))).toMatchObject({
      code: 'MIG302',
      message: "'abcd' begins several revisions: abcd1 and abcd2.",
      revisions: ['abcd1', 'abcd2'],
    })
  })

  it('names the heads when one was meant', () => {
    expect(failure(() => resolveOne(graph, 'head'))).toMatchObject({
      code: 'MIG300',
      message: "'head' could be any of 2 heads: ab52a8c0fcb8 and ab99d0000001.",
      revisions: ['ab52a8c0fcb8', 'ab99d0000001'],
    })
    expect(resolveOne(graph, 'reports@head')).toBe('ab99d0000001')
    expect(resolve(graph, 'heads')).toEqual(['ab52a8c0fcb8', 'ab99d0000001'])
    expect(resolveOne(graph, 'base')).toBeUndefined()
  })

  it('knows where the database is when it is told', () => {
    const current = ['ab52a8c0fcb8', 'ab99d0000001']
    expect(resolve(graph, 'current', { current })).toEqual(current)
    expect(resolveOne(graph, 'current', { current: ['ab52a8c0fcb8'] })).toBe('ab52a8c0fcb8')
    expect(resolveOne(graph, 'current', { current: [] })).toBeUndefined()
    expect(failure(() => resolveOne(graph, 'current', { current })).code).toBe('MIG300')
    expect(failure(() => resolve(graph, 'current')).code).toBe('MIG301')
    expect(history(graph, 'current:', ['ab99d0000001'])).toEqual(['ab99d0000001'])
  })

  it('refuses a branch that is not there, also where the answer would be base', () => {
    expect(failure(() => resolve(graph, 'nosuch@base')).code).toBe('MIG301')
    expect(failure(() => downgradePath(graph, ['ab52a8c0fcb8'], 'nosuch@base')).code).toBe('MIG301')
  })

  it('says which end a count runs past', () => {
    expect(failure(() => upgradePath(graph, ['ab52a8c0fcb8'], '+2')).message).toBe(
      "'+2' goes 2 steps, but there is no step to go.",
    )
    expect(failure(() => upgradePath(graph, [], '+2'))).toMatchObject({
      code: 'MIG304',
      message: "Above b5fa6c4653db there are several ways to go for '+2': ab52a8c0fcb8 and ab99d0000001.",
    })
    expect(failure(() => downgradePath(graph, ['ab52a8c0fcb8'], '-5')).message).toBe(
      "'-5' goes 5 steps, but there are only 2 steps to go.",
    )
  })

  it('lets `-1` from several revisions begin at the first, and says so', () => {
    const current = ['ab99d0000001', 'ab52a8c0fcb8']
    expect(downgradePath(graph, current, '-1')).toEqual(['ab99d0000001'])
    expect(beginsAtFirst(current, '-1')).toBe(true)
    expect(beginsAtFirst(['ab99d0000001'], '-1')).toBe(false)
  })
})

describe('needs', () => {
  const graph = loadGraph(nodes('lib1|||lib lib2|lib1 app1 app2|app1|lib2'))

  it('run before those that need them and are undone after them', () => {
    expect(upgradePath(graph, [], 'app2')).toEqual(['lib1', 'lib2', 'app1', 'app2'])
    expect(downgradePath(graph, ['app2'], 'lib1')).toEqual(['app2', 'lib2'])
    expect(heads(graph)).toEqual(['lib2', 'app2'])
    expect(freeHeads(graph)).toEqual(['app2'])
    expect(bases(graph)).toEqual(['lib1', 'app1'])
  })

  it('count as applied with those that need them', () => {
    const applied = ancestors(graph, ['app2'])
    expect([...applied].sort()).toEqual(['app1', 'app2', 'lib1', 'lib2'])
    expect(appliedHeads(graph, applied)).toEqual(['lib2', 'app2'])
    expect(appliedTips(graph, applied)).toEqual(['app2'])
  })
})

describe('answers of Alembic 1.20 for random graphs', () => {
  const cases = readFileSync(new URL('graph-random-cases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Omit<GraphCase, 'graph'> & { readonly graph: string })
  const CODES: Readonly<Record<string, string>> = {
    multiple_heads: 'MIG300',
    not_found: 'MIG301',
    ambiguous_prefix: 'MIG302',
    not_in_branch: 'MIG303',
    ambiguous_relative: 'MIG304',
    relative_out_of_range: 'MIG305',
    not_reachable: 'MIG306',
  }

  it('are the answers here', () => {
    expect(cases.length).toBe(486)
    const wrong = cases.filter(({ graph, ...one }) => {
      const links = nodes(graph).map(({ parents, needs, ...node }) => ({ ...node, down: parents, depends_on: needs }))
      const answer = runGraphCase({ ...one, graph: links })
      if (one.expect.error !== undefined) return answer.error !== CODES[one.expect.error]
      return (
        JSON.stringify(answer.steps ?? answer.revisions) !== JSON.stringify(one.expect.steps ?? one.expect.revisions)
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('five thousand revisions with five hundred merges', () => {
  const revisions: RevisionNode[] = []
  const add = (parents: readonly string[]) => {
    const id = `r${`${revisions.length}`.padStart(5, '0')}`
    revisions.push({ id, parents, needs: [], labels: [] })
    return id
  }
  let head = add([])
  for (let merge = 0; merge < 500; merge++) {
    const left = add([add([add([add([head])])])])
    const right = add([add([add([add([head])])])])
    head = add([left, right])
  }
  while (revisions.length < 5000) head = add([head])

  it('load and resolve in well under a second', () => {
    const started = performance.now()
    const graph = loadGraph(revisions)
    const order = oldestFirst(graph, new Set(graph.nodes.keys()))
    const up = upgradePath(graph, [], 'head')
    const down = downgradePath(graph, ['r04999'], 'base')
    const all = history(graph)
    expect(branchPoints(graph).length).toBe(500)
    expect(resolveOne(graph, 'r04999')).toBe('r04999')
    const spent = performance.now() - started
    expect(up).toEqual(order)
    expect(down).toEqual([...up].reverse())
    expect(all).toEqual(down)
    const place = new Map(order.map((id, at) => [id, at]))
    expect(revisions.every(node => node.parents.every(parent => place.get(parent)! < place.get(node.id)!))).toBe(true)
    expect(spent).toBeLessThan(1000)
  })
})
