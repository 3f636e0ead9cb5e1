import type { PostgresObject } from './definition.ts'
import { inspectFunctions } from './inspect-routines.ts'
import { routineParts } from './routine-object.ts'

/** Functions. */
export const functionObject: PostgresObject<'function'> = { ...routineParts, inspect: inspectFunctions }
