import { listed } from '../../../compiler/revisions/failures.ts'

/** What is wrong, and what to do. */
interface Said {
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** Several heads as somebody who looks at the texts wants to hear of them: no word was typed that could mean either. */
export function saidOfHeads<T extends Said>(said: T, heads: unknown): T {
  if (said.code !== 'MIG300' || !Array.isArray(heads) || heads.length < 2) return said
  const message = `There are ${heads.length} heads, ${listed(heads)}: the next revision cannot tell which of them it follows.`
  const remedy = "Join them: with the quick fix that stands here, or with `mig merge -m 'MESSAGE'`."
  return { ...said, message, remedy }
}
