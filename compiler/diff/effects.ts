import type { SqlNeeds } from './sql-needs.ts'
import type { Need, Thing } from './things.ts'

/** Answers what something needs, read in the schema that is around it. */
export type Needs = (texts: SqlNeeds) => readonly Need[]

/** What a step does to the things of a database, and which it needs for that. */
export interface Effects {
  readonly makes?: readonly Thing[]
  readonly removes?: readonly Thing[]
  /** What is there before and after, but not the same. */
  readonly changes?: readonly Thing[]
  /** What is changed for those that come to use it; those that leave it are rid of it in either state. */
  readonly readies?: readonly Thing[]
  /** What the things need that it leaves behind. */
  readonly needs?: Needs
  /** What the things needed that it found. */
  readonly needed?: Needs
  /** What must be there while it is made, in either direction. */
  readonly reads?: Needs
}

/** Something is made. */
export function comes(makes: readonly Thing[], needs?: Needs): Effects {
  return { makes, ...(needs && { needs }) }
}

/** Something is removed. */
export function goes(removes: readonly Thing[], needed?: Needs): Effects {
  return { removes, ...(needed && { needed }) }
}

/** Something is called otherwise. */
export function becomes(from: Thing, to: Thing, needs?: Needs): Effects {
  return { removes: [from], makes: [to], ...(needs && { needs }) }
}
