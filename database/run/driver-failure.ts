import { MigError } from '../../compiler/failure.ts'
import { adviceOn } from '../advice.ts'
import { isLost } from './lost.ts'
import { connectionLost } from './run-failures.ts'

/** Whatever a driver threw while Mig asked for its own ends, as a failure; anything that is a failure already stays one. */
export function asRunFailure(error: unknown): unknown {
  if (error instanceof MigError || !(error instanceof Error)) return error
  if (isLost(error)) return connectionLost(error.message, false)
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  if (errcode === undefined && !/^[0-9A-Z]{5}$/.test(String(code ?? ''))) return error
  return new MigError({
    code: 'MIG563',
    message: `The database refused what Mig asked of it: ${error.message}`,
    remedy: `${adviceOn(error) ?? 'Mend the cause.'} \`mig current\` tells where the database is.`,
    facts: code === undefined || errcode !== undefined ? {} : { sqlstate: code },
  })
}
