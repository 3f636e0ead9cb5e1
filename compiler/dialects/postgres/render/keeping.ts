import type { GrantObject } from '../../../schema/objects/grant.ts'
import type { Emitted } from './emitted.ts'
import type { KeptThing } from './kept-thing.ts'

/** Something that was dropped. */
export interface Kept extends KeptThing {
  /** What it is in the fold, which may call it otherwise before it comes again. */
  key: string
  /** Which of the things that an object makes. */
  readonly part: number
}

/** What is dropped between two renames: one statement writes down whose it is and what is granted on it. */
interface Group {
  readonly marker: Emitted
  readonly setting: string
  readonly things: Kept[]
}

/** What a rendering keeps of owners and privileges. */
export interface Keeping {
  /** Those of this segment. */
  groups: Group[]
  isOpen: boolean
  count: number
  /** The statements that were given a place before it was known what they say. */
  readonly texts: Map<Emitted, Pick<Emitted, 'sql' | 'about'>>
  /** The declared grants that went with what was dropped. */
  readonly grants: Map<string, GrantObject>
}

/** Nothing is kept yet. */
export function startKeeping(): Keeping {
  return { groups: [], isOpen: false, count: 0, texts: new Map(), grants: new Map() }
}
