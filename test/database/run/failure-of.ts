import { MigError } from '../../../compiler/failure.ts'

/** The failure with which something ends; throws when it ends well, or with anything else. */
export async function failureOf(run: Promise<unknown>): Promise<MigError> {
  const error = await run.then(
    () => undefined,
    reason => reason,
  )
  if (error instanceof MigError) return error
  throw error ?? new Error('it ended well')
}
