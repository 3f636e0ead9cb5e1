import type { Occurrence } from '../occurrence.ts'

/** Whether two names stand for one thing. */
export function sameThing(one: Pick<Occurrence, 'kind' | 'key'>, other: Pick<Occurrence, 'kind' | 'key'>): boolean {
  return one.key === other.key && one.kind === other.kind
}
