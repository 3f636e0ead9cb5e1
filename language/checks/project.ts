import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { ProjectDeclaration } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { Subject } from './subject.ts'
import { DATABASE } from './targets.ts'
import { isAtLeast, OLDEST } from './version.ts'

/** The project block: targets that are too old to be supported, and databases of no use. */
export const checkProjectBlock: Check = (subject, report) => {
  const block = projectBlock(subject)
  if (block === undefined) return
  for (const line of block.lines ?? []) {
    if (line.$type !== 'TargetsLine') continue
    for (const node of line.targets ?? []) {
      if (node.version === undefined || node.dialect === undefined) continue
      const problem = versionProblem(node.dialect, node.version)
      if (problem === undefined) continue
      const remedy = `Write \`${node.dialect} ${OLDEST[node.dialect]}\`, or the newer version that you run.`
      report.error({ code: 'MIG195', message: problem, remedy, place: { node, property: 'version' } })
    }
  }
  checkDatabases(block, subject, report)
}

/** The block that counts: the first one of the main file. */
export function projectBlock(subject: Subject): ProjectDeclaration | undefined {
  return subject.files[0]?.parsed.ast.elements.find(element => element.$type === 'ProjectDeclaration')
}

function versionProblem(dialect: DialectName, version: string): string | undefined {
  const name = DATABASE[dialect]
  if (!/^\d+(\.\d+)*$/.test(version)) return `\`${version}\` is no version of ${name}.`
  if (dialect === 'sqlite' && !version.startsWith('3.'))
    return `\`${version}\` is no version of SQLite: they start with 3.`
  if (isAtLeast(version, OLDEST[dialect])) return undefined
  return `${name} ${version} is too old: ${OLDEST[dialect]} is the oldest that is supported.`
}

function checkDatabases(block: ProjectDeclaration, subject: Subject, report: CheckReport): void {
  const seen = new Set<DialectName>()
  for (const node of block.lines ?? []) {
    if (node.$type !== 'DatabaseLine' || node.dialect === undefined) continue
    const name = DATABASE[node.dialect]
    if (seen.has(node.dialect)) {
      const message = `There is a database for ${name} already.`
      const remedy = 'Keep one, and name the other with `--database` when it is needed.'
      report.error({ code: 'MIG197', message, remedy, place: { node } })
    } else if (subject.targets.length > 0 && !subject.targets.includes(node.dialect)) {
      const remedy = `Add \`${node.dialect}\` to the targets, or remove this line.`
      report.warning({ code: 'MIG197', message: `${name} is no target of this project.`, remedy, place: { node } })
    }
    seen.add(node.dialect)
  }
}
