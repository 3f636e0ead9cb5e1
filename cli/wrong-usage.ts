import { MigError } from '../compiler/failure.ts'

/** The command line cannot be understood. */
export class WrongUsage extends MigError {
  constructor(message: string, remedy: string, facts: Readonly<Record<string, unknown>> = {}) {
    super({ code: 'MIG401', message, remedy, facts, exit: 2 })
  }
}
