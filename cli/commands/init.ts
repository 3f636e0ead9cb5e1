import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { MigError } from '../../compiler/failure.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import type { Command } from '../command.ts'
import { displayPath } from '../project/display-path.ts'

/** `mig init [DIR]`: a project to start from. */
export const init: Command = {
  takes: '[dir]',
  options: [],
  examples: [
    ['mig init', 'here'],
    ['mig init database', 'in the folder database, made if it is not there'],
  ],
  run: ({ cwd }, [dir = '.']) => {
    const folder = resolve(cwd, dir)
    const schema = join(folder, 'schema.mig')
    if (existsSync(schema)) throw alreadyThere(displayPath(cwd, schema))
    mkdirSync(join(folder, 'migrations'), { recursive: true })
    writeFileSync(schema, template(basename(folder)), { flag: 'wx' })
    const shown = displayPath(cwd, schema)
    return { exit: 0, text: nextSteps(shown, dir), json: { written: [shown] } }
  },
}

function alreadyThere(path: string): MigError {
  return new MigError({
    code: 'MIG404',
    message: `${path} is there already.`,
    remedy: 'Name another folder: mig init DIR. Or edit it, then run mig compile.',
    facts: { path },
    exit: 2,
  })
}

function template(folder: string): string {
  const name = quoteName(folder.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d|$)/, 'project_'))
  return `project ${name} {
  targets postgres 13, sqlite 3.35
}

/// A person who signs in.
table users {
  id         bigint identity primary
  email      varchar(255) unique
  name       text?
  created_at timestamptz default now()
}
`
}

function nextSteps(schema: string, dir: string): string {
  const change = dir === '.' ? '' : `     cd ${dir}\n`
  return `Wrote ${schema} and migrations/ beside it.

Next:
${change}     mig compile -m 'first tables'   writes the first revision with its SQL, up and down
     edit ${schema}, then compile again: each compile writes what changed since
`
}
