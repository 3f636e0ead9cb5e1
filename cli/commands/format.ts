import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatText } from '../../language/format/format-text.ts'
import { parseText } from '../../language/parse.ts'
import type { Command } from '../command.ts'
import type { Problem } from '../output/problem.ts'
import { problemJson } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { placeOf } from '../project/diagnostic-problems.ts'
import { displayPath } from '../project/display-path.ts'
import { readSchema } from '../project/open-schema.ts'

interface FileText {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** `mig format [FILE…]`: the one way to write a schema file. */
export const format: Command = {
  takes: '[files...]',
  options: [{ flags: '--check', text: 'write nothing; exit 1 when a file is not formatted' }],
  examples: [
    ['mig format', 'all files of the project'],
    ['mig format --check', 'for a build pipeline'],
    ['mig format billing.mig', 'one file'],
  ],
  run: (context, files, { check }) => {
    const paths =
      files.length > 0
        ? files.map(file => resolve(context.cwd, file))
        : readSchema(context).loaded.files.map(({ parsed }) => parsed.file)
    const texts = paths.map(path => formatFile(path, context.cwd))
    const changed = texts.filter(({ before, after }) => before !== after)
    const shown = changed.map(({ path }) => displayPath(context.cwd, path))
    if (!check) {
      for (const { path, after } of changed) replaceFile(path, after)
      return { exit: 0, text: shown.map(path => `formatted ${path}`).join('\n'), json: { formatted: shown } }
    }
    const findings = shown.map(notFormatted)
    const json = { ok: findings.length === 0, problems: findings.map(problemJson) }
    return { exit: findings.length === 0 ? 0 : 1, text: '', json, findings }
  },
}

function formatFile(path: string, cwd: string): FileText {
  const before = readFileSync(path, 'utf8')
  const { errors } = parseText(before, path)
  if (errors.length === 0) return { path, before, after: formatText(before) }
  const problems = errors.map(({ code, message, remedy, range }): Problem => {
    return { code, severity: 'error', message, remedy, place: placeOf(displayPath(cwd, path), before, range) }
  })
  throw new ProblemsFound(problems, `in ${displayPath(cwd, path)}`, 'Nothing was formatted. Mend the file first.')
}

function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text)
  renameSync(temporary, path)
}

function notFormatted(file: string): Problem {
  return {
    code: 'MIG420',
    severity: 'error',
    message: 'This file is not formatted.',
    remedy: 'Run mig format.',
    place: { file },
  }
}
