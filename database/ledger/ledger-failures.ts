import { MigError } from '../../compiler/failure.ts'

/** The ledger cannot have this name. */
export function badLedgerName(name: string): MigError {
  return new MigError({
    code: 'MIG540',
    message: `'${name}' is no name for a ledger.`,
    remedy: 'Write TABLE or SCHEMA.TABLE, each of at most 63 letters.',
    facts: { ledger: name },
    exit: 2,
  })
}

/** The ledger is not there, and the database does not let it be made. */
export function cannotMakeLedger(ledger: string, said: string, advice: string): MigError {
  return new MigError({
    code: 'MIG552',
    message: `The ledger ${ledger} is not there and cannot be made: ${said}`,
    remedy: `${advice} Nothing was changed.`,
    facts: { ledger },
  })
}

/** What is written to the ledger is not there when it is read. */
export function forgetfulLedger(ledger: string): MigError {
  return new MigError({
    code: 'MIG554',
    message: `The ledger ${ledger} does not show what is written to it.`,
    remedy:
      'Look for a policy of row level security, a trigger or a rule on the table, and remove it; or run this as the owner of the table. What ran last was rolled back.',
    facts: { ledger },
  })
}

/** A newer version wrote the ledger. */
export function newerLedger(ledger: string): MigError {
  return new MigError({
    code: 'MIG541',
    message: `The ledger ${ledger} was written by a newer version of Mig, which this one cannot read.`,
    remedy: 'Install the version of Mig that the last deployment used, or a newer one. Nothing was changed.',
    facts: { ledger },
  })
}

/** A table of the ledger's name is something else. */
export function strangeLedger(ledger: string): MigError {
  return new MigError({
    code: 'MIG542',
    message: `The table ${ledger} is no ledger of Mig: it lacks columns that one has.`,
    remedy: 'Give the ledger another name with --ledger NAME, or rename that table. Nothing was changed.',
    facts: { ledger },
    exit: 2,
  })
}

/** The ledger is not where it is looked for, but in other schemas. */
export function otherLedgers(ledger: string, others: readonly string[]): MigError {
  return new MigError({
    code: 'MIG543',
    message: `There is no ledger ${ledger}, but this database has ${others.join(' and ')}.`,
    remedy: `Say which one counts, for example --ledger ${others[0]!}. Nothing was changed.`,
    facts: { ledger, others },
    exit: 2,
  })
}
