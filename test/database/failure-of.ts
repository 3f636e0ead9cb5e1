import { MigError } from '../../compiler/failure.ts'

/** The failure that something ends in; fails when it does not, or not in one. */
export async function failureOf(run: () => unknown): Promise<MigError> {
  let answer: unknown
  try {
    answer = await run()
  } catch (error) {
    if (error instanceof MigError) return error
    throw error
  }
  throw new Error(`no failure, but ${JSON.stringify(answer)}`)
}
