import { graphFailure } from './failures.ts'

/** The two ends of a range `A:B`; one that is left out is not there. */
export interface RevisionRange {
  readonly from?: string
  readonly to?: string
}

/** Reads `A:B`, `A:` or `:B`. */
export function readRange(text: string): RevisionRange {
  const parts = text.trim().split(':')
  if (parts.length !== 2) {
    throw graphFailure('MIG309', `'${text}' is not a range.`, 'Write A:B, A: or :B, the older revision first.', [], 2)
  }
  const [from, to] = parts
  return { ...(from === '' ? {} : { from: from! }), ...(to === '' ? {} : { to: to! }) }
}

/** Where a script begins and ends: `upgrade` and `downgrade` take a range only when they print SQL instead of running it. */
export function readTarget(
  text: string,
  command: 'upgrade' | 'downgrade',
  sql: boolean,
): { readonly from?: string; readonly to: string } {
  if (text.includes(':')) {
    if (!sql) {
      const remedy = `Name only where to go: the database says where it is. With --sql a range says both.`
      throw graphFailure('MIG308', `\`mig ${command}\` takes no range such as '${text}'.`, remedy, [], 2)
    }
    const { from, to } = readRange(text)
    if (from !== undefined && to !== undefined) return { from, to }
    throw graphFailure('MIG309', `The range '${text}' has one end only.`, 'Write A:B; `base` is the lowest end.', [], 2)
  }
  if (command === 'downgrade' && sql) {
    const message = '`mig downgrade --sql` does not ask a database, so it cannot know where to begin.'
    throw graphFailure('MIG309', message, `Write FROM:${text}, for example head:${text}.`, [], 2)
  }
  return { to: text }
}
