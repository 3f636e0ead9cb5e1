import { MigError } from '../../compiler/failure.ts'

const SHOWN = 5

/** Something is in a database that was to be filled and emptied. */
export function notEmpty(name: string, objects: readonly string[]): MigError {
  const more = objects.length > SHOWN ? ` and ${objects.length - SHOWN} more` : ''
  return new MigError({
    code: 'MIG528',
    message: `The scratch database ${name} is not empty: it holds ${objects.slice(0, SHOWN).join(', ')}${more}.`,
    remedy: 'Name a database that holds nothing: everything in it is dropped at the end. Nothing was changed.',
    facts: { database: name, objects: objects.slice(0, SHOWN) },
    exit: 1,
  })
}

/** Postgres inside the process is not installed, or lacks something. */
export function noEmbeddedPostgres(message: string, facts: Readonly<Record<string, unknown>> = {}): MigError {
  return new MigError({
    code: 'MIG529',
    message,
    remedy: 'Or name an empty scratch database of a real server: mig verify --on postgres://USER@HOST/DATABASE.',
    facts,
    exit: 2,
  })
}
