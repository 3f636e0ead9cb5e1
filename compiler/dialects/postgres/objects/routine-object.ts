import type { PostgresObject } from './definition.ts'
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

/** What functions and procedures have in common: all but how they are read. */
export const routineParts: Omit<PostgresObject<'function'>, 'inspect'> & Omit<PostgresObject<'procedure'>, 'inspect'> =
  {
    create: one => [createRoutine(one)],
    drop: one => `drop ${routineObject(one)}`,
    change: replaceRoutine,
    rename: renameRoutine,
    commentOn: routineObject,
    holds: routineHolds,
    afterRename: routineAfterRename,
    project: projectRoutine,
    trial: trialRoutine,
  }
