import { MigError } from '../../compiler/failure.ts'
import { checkDatabase, type DatabaseCheck } from '../../database/drift/check-database.ts'
import type { DriftFinding } from '../../database/drift/drift-finding.ts'
import { openHistory } from '../../language/planning/open-history.ts'
import type { Context, Options } from '../command.ts'
import type { Place, Problem } from '../output/problem.ts'
import type { CheckedFiles } from './check-files.ts'
import { displayPath } from './display-path.ts'
import { type ObjectPlaces, revisionPlaces, schemaPlaces, withoutSchemas } from './object-places.ts'
import { openDatabase } from './open-database.ts'
import { placeInRevision, placeInSchema } from './refused-places.ts'
import { runOptions } from './run-options.ts'

/** What the check of a database found, at its places; without `check` where the revisions say nothing to compare with. */
export interface ComparedDatabase {
  readonly problems: readonly Problem[]
  readonly check?: DatabaseCheck
}

/** Compares the database with the revisions that it has; `--database` without a URL is that of the project. */
export async function compareDatabase(
  context: Context,
  files: CheckedFiles,
  options: Options,
): Promise<ComparedDatabase> {
  const { database, ...others } = options
  const source = openDatabase(context, files, database === true ? others : options)
  const { migrations, history } = files
  if (history.problems.some(({ severity }) => severity === 'error')) return NOT_COMPARED
  try {
    const open = openHistory(history, migrations)
    const check = await checkDatabase(source, open, runOptions(context, options))
    const isThere = files.loaded !== undefined && files.agree && check.pending.length === 0
    const places = isThere ? schemaPlaces(files.loaded, context.cwd) : revisionPlaces(open, check.current, context.cwd)
    const isFlat = source.dialect === 'sqlite' && check.schema !== undefined
    const placeOf = isFlat ? withoutSchemas(places, check.schema) : places
    const { cwd } = context
    const textPlace = (finding: DriftFinding): Place | undefined => {
      const { refused, object } = finding
      if (refused === undefined || object === undefined) return undefined
      const rendered = { ...refused, dialect: source.dialect }
      if (isThere) return placeInSchema(object, rendered, files.loaded, cwd)
      const step = places(object)
      return step && placeInRevision(step, rendered, cwd)
    }
    return {
      check,
      problems: check.findings.map(finding => problemOf(finding, key => textPlace(finding) ?? placeOf(key), cwd)),
    }
  } catch (error) {
    if (error instanceof MigError && /^MIG3/.test(error.code)) return NOT_COMPARED
    throw error
  }
}

/** What is wrong with the revisions has been said already. */
const NOT_COMPARED: ComparedDatabase = {
  problems: [
    {
      code: 'MIG575',
      severity: 'error',
      message: 'The database was not compared: the revisions do not say what it should hold.',
      remedy: 'Mend the errors in the migrations folder first.',
    },
  ],
}

function problemOf(finding: DriftFinding, placeOf: ObjectPlaces, cwd: string): Problem {
  const { code, severity, message, remedy, object, file, settled } = finding
  const place: Place | undefined =
    file !== undefined ? { file: displayPath(cwd, file) } : object === undefined ? undefined : placeOf(object)
  return { code, severity, message, remedy, ...(place && { place }), ...(settled && { settled }) }
}
