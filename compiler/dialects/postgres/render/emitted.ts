import type { AlterEnum } from '../../../steps/step.ts'
import type { Statement } from '../../dialect.ts'

/** A statement on its way out. */
export interface Emitted extends Statement {
  /** The number of the run of steps between two pieces of hand-written SQL that it belongs to. */
  readonly segment: number
  readonly added?: AddedValue
}

/** What `alter type … add value` adds, and whether it could as well be the first thing of its segment. */
export interface AddedValue {
  readonly value: string
  /** The step that adds it; all of one step move together. */
  readonly group: AlterEnum
  readonly movable: boolean
}
