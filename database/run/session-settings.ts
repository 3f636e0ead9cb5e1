import { MigError } from '../../compiler/failure.ts'
import type { Connection } from '../connection.ts'
import { type ForeignKeyGuard, foreignKeyGuard } from '../foreign-key-guard.ts'
import type { Unit } from './units.ts'

/** What a revision changes in a session of SQLite, and how it is put back. */
export interface SessionSettings {
  /** Counts the rows that point nowhere; to be called inside the transaction, before its first statement. */
  readonly before: () => Promise<void>
  /** Throws MIG503 when foreign keys are not enforced and more rows point nowhere than before. */
  readonly check: (name: string) => Promise<void>
  /** Puts every setting back. Throws MIG553 when one is not as it was. */
  readonly restore: () => Promise<void>
}

const SETTING = /^pragma\s+(\w+)\s*=/i

/** Keeps the settings that the units of a revision change; undefined when they change none. */
export async function sessionSettings(
  connection: Connection,
  units: readonly Unit[],
): Promise<SessionSettings | undefined> {
  const names = new Set(
    units.flatMap(unit => (unit.kind === 'session' ? [SETTING.exec(unit.statement.sql)![1]!.toLowerCase()] : [])),
  )
  if (names.size === 0) return undefined
  const read = async (name: string) => Object.values((await connection.query(`pragma ${name}`))[0] ?? {})[0]
  const kept = new Map<string, unknown>()
  for (const name of names) kept.set(name, await read(name))
  let guard: ForeignKeyGuard | undefined
  return {
    before: async () => {
      guard = await foreignKeyGuard(connection)
    },
    check: async name => guard?.check(name),
    restore: async () => {
      for (const [name, value] of kept) {
        if ((await read(name)) !== value) await connection.exec(`pragma ${name} = ${value}`)
        if ((await read(name)) !== value) throw notRestored(name)
      }
    },
  }
}

function notRestored(name: string): MigError {
  return new MigError({
    code: 'MIG553',
    message: `The setting ${name} of this session could not be put back.`,
    remedy: 'Close the session before anything else is done with it.',
    facts: { setting: name },
  })
}
