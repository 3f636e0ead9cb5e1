import type { Routine } from './routine.ts'

/** A procedure. */
export interface ProcedureObject extends Routine {
  readonly kind: 'procedure'
}
