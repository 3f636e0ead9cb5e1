/** Who holds up the session that runs. */
export interface Blockers {
  /** Who held it up when it was looked at last, since `forget`. */
  readonly seen: () => readonly string[]
  readonly forget: () => void
}

/** Where nobody looks. */
export const UNSEEN: Blockers = { seen: () => [], forget: () => {} }
