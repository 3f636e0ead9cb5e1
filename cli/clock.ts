import { MigError } from '../compiler/failure.ts'

/**
 * The time at which a revision says it was made, in UTC and whole seconds: `MIG_NOW` (ISO 8601) or
 * `SOURCE_DATE_EPOCH` (seconds since 1970) of the environment where one is set, so that builds can be repeated.
 */
export function readClock(env: Readonly<Record<string, string | undefined>>): string {
  const { MIG_NOW: now, SOURCE_DATE_EPOCH: epoch } = env
  if (now) return wholeSeconds(new Date(now), 'MIG_NOW', now)
  if (epoch) return wholeSeconds(new Date(Number(epoch) * 1000), 'SOURCE_DATE_EPOCH', epoch)
  return wholeSeconds(new Date(), 'clock', '')
}

function wholeSeconds(time: Date, variable: string, value: string): string {
  if (Number.isNaN(time.getTime())) {
    throw new MigError({
      code: 'MIG405',
      message: `The environment variable ${variable} is '${value}', which is no time.`,
      remedy: 'Write it like 2026-01-05T05:30:00Z (MIG_NOW) or as seconds since 1970 (SOURCE_DATE_EPOCH), or unset it.',
      facts: { variable, value },
      exit: 2,
    })
  }
  return `${time.toISOString().slice(0, 19)}Z`
}
