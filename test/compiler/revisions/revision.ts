import type { Revision } from '../../../compiler/revisions/revision.ts'
import type { Step } from '../../../compiler/steps/step.ts'

/** A revision for tests. */
export function revision(
  id: string,
  parents: readonly string[],
  steps: readonly Step[],
  more: Partial<Revision> = {},
): Revision {
  return {
    id,
    message: `revision ${id}`,
    parents,
    needs: [],
    labels: [],
    created: '2026-01-05T05:30:00Z',
    allows: [],
    steps,
    ...more,
  }
}
