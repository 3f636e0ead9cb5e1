import type { Command, Options } from '../command.ts'
import { isShown } from '../output/is-shown.ts'
import type { Outcome } from '../output/outcome.ts'
import { countProblems } from '../output/print-problem.ts'
import { type Problem, problemJson } from '../output/problem.ts'
import { checkFiles } from '../project/check-files.ts'
import { DATABASE_OPTION, DATABASE_TARGET_OPTION } from '../project/chosen-database.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'
import { LEDGER_OPTION, WAIT_OPTIONS } from '../project/run-options.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `mig check`: schema files, revisions and SQL agree, and with `--database` a database as well. */
export const check: Command = {
  options: [
    { flags: '--database [url]', text: `compare a database as well: ${DATABASE_OPTION.text}` },
    DATABASE_TARGET_OPTION,
    { flags: '--unmanaged', text: 'list what the database holds and no revision makes' },
    { flags: '--format <format>', text: 'print problems for another program', choices: ['github', 'sarif'] },
    WAIT_OPTIONS[0]!,
    LEDGER_OPTION,
    { ...MIGRATIONS_OPTION, text: 'check the revisions in this folder, and no schema files' },
  ],
  examples: [
    ['mig check', 'exits 1 when something does not agree'],
    ['mig check --format github', 'remarks on the lines of a pull request'],
    ['mig check --database', 'what somebody changed in the database by hand, and the steps that would bring it back'],
    ['mig check --database sqlite:shop.db --verbose', 'with the SQL of these steps'],
  ],
  run: async (context, _, options) => {
    if (options.database === undefined && options.unmanaged === true) {
      throw new WrongUsage('--unmanaged lists what a database holds.', 'Give --database as well.')
    }
    const files = await checkFiles(context, options)
    if (options.database === undefined) return outcome(files.problems, NO_REPORT, options)
    const { compareDatabase } = await import('../project/compare-database.ts')
    const { databaseJson, databaseText } = await import('../output/database-report.ts')
    const { problems, check } = await compareDatabase(context, files, options)
    const report = check && { text: databaseText(check, options), json: databaseJson(check) }
    return outcome([...files.problems, ...problems], report ?? NO_REPORT, options)
  },
}

/** What is said below the problems, and beside them in JSON. */
interface Report {
  readonly text: readonly string[]
  readonly json: Readonly<Record<string, unknown>>
}

const NO_REPORT: Report = { text: [], json: {} }

function outcome(findings: readonly Problem[], { text, json }: Report, options: Options): Outcome {
  const ok = !findings.some(problem => problem.severity === 'error')
  const shown = findings.filter(problem => isShown(problem, options))
  const agree = options.migrations === undefined ? 'schema files, revisions and SQL agree' : 'revisions and SQL agree'
  return {
    exit: ok ? 0 : 1,
    text: [shown.length === 0 ? agree : countProblems(shown), ...text].join('\n'),
    json: { ok, problems: findings.map(problemJson), ...json },
    findings,
  }
}
