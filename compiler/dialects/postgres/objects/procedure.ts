import type { PostgresObject } from './definition.ts'
import { inspectProcedures } from './inspect-routines.ts'
import { projectRoutine } from './project-routine.ts'
import {
  createRoutine,
  renameRoutine,
  replaceRoutine,
  routineAfterRename,
  routineHolds,
  routineObject,
  trialRoutine,
} from './routine.ts'

/** Procedures. */
export const procedureObject: PostgresObject<'procedure'> = {
  create: one => [createRoutine(one)],
  drop: one => `drop ${routineObject(one)}`,
  change: replaceRoutine,
  rename: renameRoutine,
  commentOn: routineObject,
  holds: routineHolds,
  afterRename: routineAfterRename,
  project: projectRoutine,
  trial: trialRoutine,
  inspect: inspectProcedures,
}
