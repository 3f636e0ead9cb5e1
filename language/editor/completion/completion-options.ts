import type { CompletionClient } from './client.ts'

/**
 * What a server announces: the characters after which an editor asks by itself. A blank is one of them, but it is answered
 * only where the line cannot end yet.
 */
export const completionOptions = {
  triggerCharacters: ['.', ' ', '(', '>', '`', "'", '"', '/', ','],
  resolveProvider: false,
} as const

/** Characters that are often typed where nobody wants a list. */
const QUIET: ReadonlySet<string> = new Set([' ', '>', ','])

/** Whether a list is wanted: after a blank only where something has to follow. */
export function isWanted({ trigger }: CompletionClient, mustFollow: boolean): boolean {
  return trigger === undefined || mustFollow || !QUIET.has(trigger)
}
