import { MigError } from '../../compiler/failure.ts'
import type { PlannedRun } from './planned-run.ts'
import type { RunStory } from './run-story.ts'

/** Somebody asked to stop. */
export function stopped(): MigError {
  return new MigError({
    code: 'MIG560',
    message: 'Stopped, as asked.',
    remedy: 'The statement that ran came to its end.',
  })
}

/** A session was handed over in the middle of a transaction, which Mig would end. */
export function insideTransaction(): MigError {
  return new MigError({
    code: 'MIG556',
    message: 'The session that was given is inside a transaction, which running revisions would commit or roll back.',
    remedy: 'End the transaction first, or give Mig a session of its own. Nothing was changed.',
    exit: 2,
  })
}

/** The database went away. */
export function connectionLost(said: string, committing: boolean): MigError {
  return new MigError({
    code: 'MIG561',
    message: `The connection to the database was lost: ${said}`,
    remedy: committing
      ? 'It was lost while a transaction was being committed: `mig current` tells which way that ended. Nothing runs twice.'
      : 'Wait until the database is back; nothing runs twice.',
    facts: { cause: said, ...(committing ? { committing } : {}) },
  })
}

/** Nobody knows whether a statement outside a transaction ran. */
export function unknownEnd(run: PlannedRun, number: number, line: number, sql: string): MigError {
  return new MigError({
    code: 'MIG562',
    message: `${run.name}:${line}: nobody knows whether statement ${number} of revision ${run.id} ran: the last run ended in the middle of it, and it is outside any transaction.`,
    remedy: `Look whether the database shows what it does, and bring it there by hand together with the statements after it; then record the revision with \`mig stamp ${run.id}\`. The statement: ${sql}`,
    facts: { revision: run.id, file: run.name, line, statement: sql },
    exit: 1,
  })
}

/** Another process writes to the SQLite file, or runs migrations on the Postgres database, and does not come to an end. */
export function lockedOut(holder: string, seconds: number): MigError {
  return new MigError({
    code: 'MIG548',
    message: `Waited ${seconds} s for ${holder}, which did not come to an end.`,
    remedy: 'Wait for it, or end it, and run the same command again; --lock-timeout says how long to wait.',
    facts: { holder, seconds },
  })
}

/** A pooler shares out the sessions. */
export function pooled(): MigError {
  return new MigError({
    code: 'MIG549',
    message:
      'A connection pooler stands between Mig and the database and shares out the sessions, so no lock holds other runners off.',
    remedy: 'Give the address of the server itself, or a pool in session mode, for example with --database.',
    exit: 2,
  })
}

/** Where a failed revision leaves the database. */
export interface Aftermath extends Pick<RunStory, 'ranBefore' | 'command'> {
  readonly run: PlannedRun
  /** How many statements of the file stay: those outside transactions, and transactions before the failed one. */
  readonly stays: number
  /** Whether the ledger says that the revision stands half way. */
  readonly isHalf: boolean
  readonly statements: number
}

/** The failure before a revision has begun. */
export function betweenRevisions(
  { code, message, remedy, exit }: MigError,
  { ranBefore, command }: RunStory,
): MigError {
  const lines = [remedy, ...keptOf(ranBefore), `To go on, run \`${command}\`.`]
  return new MigError({ code, message, remedy: lines.join('\n'), facts: { ran: ranBefore }, exit })
}

/** The failure of a statement with what was rolled back, what was not, and what to do next. */
export function withAftermath(error: MigError, aftermath: Aftermath): MigError {
  const { run, stays, statements, ranBefore, command } = aftermath
  const remedy = [
    error.remedy,
    stateOf(error, aftermath),
    ...keptOf(ranBefore),
    ...nextOf(error, aftermath, command),
  ].join('\n')
  const facts = { ...error.facts, revision: run.id, direction: run.direction, done: stays, statements, ran: ranBefore }
  const { code, message, exit } = error
  return new MigError({ code, message, remedy, facts, exit })
}

function keptOf(ranBefore: readonly string[]): readonly string[] {
  return ranBefore.length === 0 ? [] : [`Done before, and kept: ${ranBefore.join(', ')}.`]
}

function stateOf(error: MigError, { run, stays, isHalf, statements }: Aftermath): string {
  const title = `Revision ${run.id} '${run.message}'`
  if (error.facts.committing === true) return `${title} is there or is not, whole in either case.`
  if (isHalf) {
    const why = 'because they are not in one transaction with this one'
    const done = stays === 1 ? '1 of its' : `${stays} of its`
    return `${title} stands half way: ${done} ${statements} statements are done and stay, ${why}.`
  }
  if (run.direction === 'down') return `${title} was rolled back: all of it is still there.`
  return `${title} was rolled back: nothing of it is in the database.`
}

function nextOf({ code }: MigError, { run, isHalf }: Aftermath, command: string): readonly string[] {
  if (code === 'MIG562') return []
  const goesOn = `\`${command}\`${isHalf ? ', which goes on with this statement' : ''}.`
  if (code === 'MIG560' || code === 'MIG561') return [`To go on, run ${goesOn}`]
  const stuck = `If it can never work, do by hand what is left of its SQL, or undo what ran, and say where the database is with \`mig stamp\`: ${run.name} must not be changed half way.`
  return [`Then run ${goesOn}`, ...(isHalf ? [stuck] : [])]
}
