import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type GraphCase, runGraphCase } from './run-graph-case.ts'

const { cases }: { cases: readonly GraphCase[] } = JSON.parse(
  readFileSync(new URL('graph-cases.json', import.meta.url), 'utf8'),
)

/** The code of each category of errors of the cases. */
const CODES: Readonly<Record<string, string>> = {
  multiple_heads: 'MIG300',
  not_found: 'MIG301',
  ambiguous_prefix: 'MIG302',
  not_in_branch: 'MIG303',
  ambiguous_relative: 'MIG304',
  relative_out_of_range: 'MIG305',
  not_reachable: 'MIG306',
  overlapping_revisions: 'MIG307',
  range_needs_offline: 'MIG308',
  range_required: 'MIG309',
  bad_range: 'MIG309',
  not_a_head: 'MIG311',
  duplicate_parents: 'MIG312',
  not_at_head: 'MIG313',
  several_start_revisions: 'MIG314',
  purge_needs_online: 'MIG315',
  missing_parent: 'MIG320',
  cycle: 'MIG323',
  self_loop: 'MIG323',
  dependency_cycle: 'MIG324',
  dependency_self_loop: 'MIG324',
  duplicate_label: 'MIG325',
  illegal_revision_id: 'MIG326',
}

/** Cases whose answer is another one here, and why. */
const OTHERWISE: Readonly<Record<string, { readonly why: string; readonly answer: object }>> = {
  load_dup_id: {
    why: 'an id used twice is an error, not a warning: one of the two revisions would never run',
    answer: { error: 'MIG321' },
  },
}

describe('the cases of the revision graph', () => {
  it('are all there', () => {
    expect(cases.length).toBe(137)
    const names = new Set(cases.map(one => one.name))
    expect(Object.keys(OTHERWISE).filter(name => !names.has(name))).toEqual([])
  })

  it.each(cases.map(one => [one.name, one] as const))('%s', (name, one) => {
    const answer = runGraphCase(one)
    const other = OTHERWISE[name]
    if (other !== undefined) {
      expect(answer, other.why).toEqual(other.answer)
    } else if (one.expect.error !== undefined) {
      const category = one.expect.error === 'crash' ? one.suggested! : one.expect.error
      expect(answer).toEqual({ error: CODES[category] })
    } else {
      const { creates_version_table: _table, ...expected } = one.expect as Record<string, unknown>
      expect(answer).toMatchObject(expected)
    }
  })
})
