import { dirname, resolve } from 'node:path'
import type { File, ProjectDeclaration, ProjectLine } from '../generated/ast.ts'
import type { LoadedFile } from '../load/loaded-file.ts'
import type { Database, Project, Target } from '../load/project.ts'
import type { Reporter } from './reporter.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Reads the project block. There is always an answer; where the block is missing, that is reported. */
export function lowerProject(files: readonly LoadedFile[], report: Reporter): Project {
  const [main] = files
  const { file, ast } = main!.parsed
  const blocks = files.flatMap(item => projectBlocks(item.parsed.ast))
  const block = projectBlocks(ast)[0]
  for (const other of blocks) if (other !== block) misplaced(other, report)
  const project = emptyProject(file, block?.name ?? '')
  if (block === undefined) {
    const remedy = 'Write `project NAME { targets postgres 14, sqlite 3.38 }`, with the targets that you need.'
    if (main!.parsed.errors.length === 0)
      report.error('MIG113', 'This file has no project block.', remedy, { node: ast })
    return project
  }
  for (const line of block.lines ?? []) takeLine(line, project, report)
  if (project.targets.length === 0) {
    const remedy = 'Add a line `targets postgres 14, sqlite 3.38`, with the databases that you need.'
    report.error('MIG113', 'The project has no targets.', remedy, { node: block, property: 'name' })
  }
  return project
}

interface ProjectDraft extends Mutable<Project> {
  targets: Target[]
  databases: Database[]
}

function emptyProject(file: string, name: string): ProjectDraft {
  return { name, file, targets: [], migrations: resolve(dirname(file), './migrations'), databases: [] }
}

function projectBlocks(ast: File): readonly ProjectDeclaration[] {
  return ast.elements.filter(element => element.$type === 'ProjectDeclaration')
}

function misplaced(node: ProjectDeclaration, report: Reporter): void {
  const message = 'The project block stands once, in the file that the tool is started on.'
  report.error('MIG113', message, 'Remove this one.', { node, property: 'name' })
}

function takeLine(line: ProjectLine, project: ProjectDraft, report: Reporter): void {
  switch (line.$type) {
    case 'TargetsLine':
      for (const [index, { dialect, version }] of (line.targets ?? []).entries()) {
        if (dialect === undefined) continue
        if (project.targets.some(target => target.dialect === dialect))
          report.error('MIG107', `${dialect} is a target already.`, 'Keep one of them.', {
            node: line,
            property: 'targets',
            index,
          })
        else project.targets.push({ dialect, ...(version === undefined ? {} : { version }) })
      }
      break
    case 'MigrationsLine':
      if (line.path !== undefined) project.migrations = resolve(dirname(project.file), line.path)
      break
    case 'DatabaseLine': {
      const { dialect, url, env } = line
      project.databases.push({ dialect, ...(url === undefined ? {} : { url }), ...(env === undefined ? {} : { env }) })
      break
    }
    case 'DefaultSchemaLine':
      if (line.name !== undefined) project.defaultSchema = line.name
      break
  }
}
