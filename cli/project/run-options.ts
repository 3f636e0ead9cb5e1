import { hostname, userInfo } from 'node:os'
import type { RunOptions } from '../../database/run/run-options.ts'
import type { Context, Option, Options } from '../command.ts'
import { VERSION } from '../version.ts'
import { WrongUsage } from '../wrong-usage.ts'
import { displayPath } from './display-path.ts'

/** `--ledger`: another table than `mig_revisions`. */
export const LEDGER_OPTION: Option = {
  flags: '--ledger <name>',
  text: 'the table that keeps what has run, TABLE or SCHEMA.TABLE; otherwise mig_revisions',
}

/** How long to wait for whom. */
export const WAIT_OPTIONS: readonly Option[] = [
  { flags: '--lock-timeout <time>', text: 'how long to wait for another runner, as 90s, 5m or 500ms; otherwise 60s' },
  {
    flags: '--table-lock-timeout <time>',
    text: 'how long a statement waits for a lock before its revision is rolled back and tried again; otherwise 3s (Postgres)',
  },
  { flags: '--retries <n>', text: 'how often it is tried again; otherwise 10 (Postgres)' },
  { flags: '--statement-timeout <time>', text: 'how long one statement may take; no bound otherwise (Postgres)' },
]

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }
const LONGEST = 2_147_483_647

/** What the command line and the environment say about running; `MIG_LEDGER` names the ledger for every command. */
export function runOptions(context: Context, options: Options): RunOptions {
  const ledger = options.ledger ?? context.env.MIG_LEDGER
  return {
    ...(ledger === undefined || ledger === '' ? {} : { ledger: String(ledger) }),
    ...timeOf(options, 'lockTimeout', '--lock-timeout'),
    ...timeOf(options, 'tableLockTimeout', '--table-lock-timeout'),
    ...timeOf(options, 'statementTimeout', '--statement-timeout'),
    ...retriesOf(options),
    by: whoRuns(context),
    tool: VERSION,
    nameOf: path => displayPath(context.cwd, path),
  }
}

function timeOf(options: Options, name: string, flag: string): Readonly<Record<string, number>> {
  const text = options[name]
  if (text === undefined) return {}
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(String(text)) ?? []
  const milliseconds = Math.round(Number(amount) * UNITS[unit]!)
  if (amount !== undefined && milliseconds <= LONGEST) return { [name]: milliseconds }
  throw new WrongUsage(
    `${flag} takes a time, and '${String(text)}' is none.`,
    `Write it like ${flag} 30s, 5m or 500ms.`,
  )
}

function retriesOf({ retries }: Options): { readonly retries?: number } {
  if (retries === undefined) return {}
  if (/^\d{1,4}$/.test(String(retries))) return { retries: Number(retries) }
  throw new WrongUsage(`--retries takes a number, and '${String(retries)}' is none.`, 'Write it like --retries 5.')
}

/** The account and the machine, for the ledger. */
function whoRuns({ env }: Context): string {
  const host = hostname()
  try {
    return `${userInfo().username}@${host}`
  } catch {
    return `${env.USER ?? 'unknown'}@${host}`
  }
}
