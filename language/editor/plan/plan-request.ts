import type { History } from '../../../compiler/revisions/stored-revision.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { ReadFile } from '../../load/read-files.ts'
import type { Loaded } from '../../load.ts'
import type { TableMemory } from '../../lower/table-memory.ts'
import type { Parsed } from '../../parse.ts'
import type { NextChange } from '../../planning/plan-next.ts'
import type { DeclarationOrder } from './declaration-order.ts'
import type { PlanAnswer } from './plan-answer.ts'

/** What a plan is made from. */
export interface PlanRequest {
  /** The file that the project begins with. */
  readonly main: string
  /** The text of a file: as it is open, else as it is on disk. */
  readonly read: ReadFile
  readonly parse?: (path: string, text: string) => Parsed
  /** The tables of the plan before. */
  readonly tables?: TableMemory
  /** What a migrations folder holds. */
  readonly history: (migrations: string) => History
  /** What is wrong with it. */
  readonly revisionProblems: (history: History, loaded: Loaded) => readonly Diagnostic[]
  /** The schema files on disk that nothing imports. */
  readonly unreached: (files: readonly string[], migrations: string) => readonly Diagnostic[]
  /** Where declarations stood before; it learns where they stand now. */
  readonly order: DeclarationOrder
  /** The plan before this one: while the text is broken, what it said stands. */
  readonly last?: ProjectPlan
}

/** A plan with what it was made from. */
export interface ProjectPlan {
  readonly answer: PlanAnswer
  readonly loaded: Loaded
  /** Nothing where the revisions have errors; while the schema files have some, the change that was planned before. */
  readonly change?: NextChange
  /** The steps of the change by the declarations that they belong to. */
  readonly owners: ReadonlyMap<string, readonly Step[]>
}
