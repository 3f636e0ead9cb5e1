import type { FiringState } from '../../../schema/objects.ts'

/** `disable`, `enable`, `enable replica`, `enable always`. */
export function firingVerb(state: FiringState | undefined): string {
  if (state === undefined) return 'enable'
  return state === 'disabled' ? 'disable' : `enable ${state}`
}
