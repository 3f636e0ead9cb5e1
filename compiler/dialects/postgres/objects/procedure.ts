import type { PostgresObject } from './definition.ts'
import { inspectProcedures } from './inspect-routines.ts'
import { routineParts } from './routine-object.ts'

/** Procedures. */
export const procedureObject: PostgresObject<'procedure'> = { ...routineParts, inspect: inspectProcedures }
