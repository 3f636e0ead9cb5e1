import { readFileSync, statSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** The variables of a `.env` file, if there is one, under those of the environment: one that is set there wins. */
export function readEnvironment(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return env
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '')
  return { ...parseEnv(text), ...Object.fromEntries(set) }
}
