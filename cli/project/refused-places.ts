import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { dialects } from '../../compiler/dialects/dialects.ts'
import { idOf, labelOf } from '../../compiler/schema/objects/object-key.ts'
import { EMPTY_SCHEMA } from '../../compiler/schema/schema.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import { invertStep } from '../../compiler/steps/invert.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { offsetOfLine, type Running } from '../../database/refused-at.ts'
import type { RefusedStatement, VerifyProblem } from '../../database/verify/verified.ts'
import type { Element } from '../../language/generated/ast.ts'
import type { Loaded } from '../../language/load.ts'
import { type Parsed, readText } from '../../language/parse.ts'
import type { OpenHistory } from '../../language/planning/open-history.ts'
import { stepKeys } from '../../language/planning/step-keys.ts'
import { placeOfRendered, type Rendered } from '../../language/sql-places.ts'
import type { Place } from '../output/problem.ts'
import { placeOf } from './diagnostic-problems.ts'
import { displayPath } from './display-path.ts'

/**
 * Where the SQL that a database refused was written: in the schema files as long as they say the same, else in the revision.
 * Nothing where the statement was not made of SQL that somebody wrote.
 */
export function placeOfRefused(
  problem: VerifyProblem & { readonly refused: RefusedStatement },
  open: OpenHistory,
  loaded: Loaded | undefined,
  cwd: string,
): Place | undefined {
  const { refused, target: dialect, revision } = problem
  const stored = open.revisions.get(revision)
  if (stored === undefined) return undefined
  const rendered: Rendered = {
    sql: refused.sql,
    dialect,
    ...(refused.offset !== undefined && { offset: refused.offset }),
  }
  const inside = refused.running && loaded && placeInRoutine(refused.running, loaded, cwd)
  if (inside !== undefined) return inside
  const abouts = new Set(refused.about.split('\n').flatMap(line => [line, ...line.split('; ')]))
  const steps = stored.revision.steps.flatMap((step, at) => {
    const way = refused.direction === 'up' ? step : invertStep(step)
    return abouts.has(describeStep(way)) ? [{ way, at }] : []
  })
  for (const { way } of loaded === undefined ? [] : steps) {
    const place = inSchema(way, rendered, loaded!, cwd)
    if (place !== undefined) return place
  }
  const parsed = readText(readFileSync(stored.file, 'utf8'), stored.file)
  for (const { at } of steps) {
    const node = nodeOnLine(parsed, stored.stepLines?.[at])
    const place = node && inText(node, parsed, rendered, cwd)
    if (place !== undefined) return place
  }
  return undefined
}

/** The line of a routine in the schema files that was running. */
function placeInRoutine({ routine, line }: Running, loaded: Loaded, cwd: string): Place | undefined {
  const { objects } = loaded.schema
  const found = [...objects].filter(([, object]) => {
    if (object.kind !== 'function' && object.kind !== 'procedure') return false
    const label = labelOf(idOf(object))
    return label === routine || label.endsWith(`.${routine}`)
  })
  const [only, more] = found
  if (only === undefined || more !== undefined) return undefined
  const [key, object] = only
  const sql = dialects.postgres.render([{ kind: 'create object', object }], EMPTY_SCHEMA)[0]?.sql
  const offset = sql === undefined ? undefined : offsetOfLine(sql, line)
  if (sql === undefined || offset === undefined) return undefined
  return placeInSchema(key, { sql, offset, dialect: 'postgres' }, loaded, cwd)
}

function inSchema(step: Step, rendered: Rendered, loaded: Loaded, cwd: string): Place | undefined {
  for (const key of stepKeys(step)) {
    const place = placeInSchema(key, rendered, loaded, cwd)
    if (place !== undefined) return place
  }
  return undefined
}

/** Where in the schema files the SQL of an object was written that a database refused. */
export function placeInSchema(
  key: string,
  rendered: Rendered,
  { sources, files }: Loaded,
  cwd: string,
): Place | undefined {
  const source = sources.objects.get(key)
  const file = files.find(({ parsed }) => parsed.file === source?.file)
  if (source === undefined || file === undefined) return undefined
  const node = file.parsed.ast.elements.find(element => {
    const cst = element.$cstNode
    return cst !== undefined && cst.offset <= source.offset && source.offset < cst.end
  })
  return node && inText(node, file.parsed, rendered, cwd)
}

/** Where in the revision that made or changed it last; `place` is that of the step. */
export function placeInRevision({ file, line }: Place, rendered: Rendered, cwd: string): Place | undefined {
  const path = resolve(cwd, file)
  const parsed = readText(readFileSync(path, 'utf8'), path)
  const node = nodeOnLine(parsed, line)
  return node && inText(node, parsed, rendered, cwd)
}

function inText(node: Element, parsed: Parsed, rendered: Rendered, cwd: string): Place | undefined {
  const range = placeOfRendered(node, parsed, rendered)
  return range && placeOf(displayPath(cwd, parsed.file), parsed.text, range)
}

function nodeOnLine({ ast, lines }: Parsed, line: number | undefined): Element | undefined {
  return ast.elements.find(({ $cstNode: cst }) => cst !== undefined && lines.position(cst.offset).line + 1 === line)
}
