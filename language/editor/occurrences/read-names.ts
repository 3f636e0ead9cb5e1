import type { Parsed } from '../../parse.ts'
import type { Occurrence } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { addElementNames } from './element-names.ts'
import { knownNames } from './known-names.ts'
import { NameCollector } from './name-collector.ts'
import { nameTokens } from './name-tokens.ts'
import { addSqlNames } from './sql-occurrences.ts'
import type { SqlPiece } from './sql-piece.ts'

/** The names of a file, in the order of the text, and its SQL. */
export interface FileNames {
  readonly occurrences: readonly Occurrence[]
  readonly sql: readonly SqlPiece[]
}

const NONE: FileNames = { occurrences: [], sql: [] }
const memory = new WeakMap<ProjectModel, Map<Parsed, FileNames>>()

/** Reads the names of a file once for each state of the project. */
export function readNames(model: ProjectModel, parsed: Parsed): FileNames {
  let files = memory.get(model)
  if (files === undefined) {
    files = new Map()
    memory.set(model, files)
  }
  let names = files.get(parsed)
  if (names === undefined) {
    names = read(model, parsed)
    files.set(parsed, names)
  }
  return names
}

function read(model: ProjectModel, parsed: Parsed): FileNames {
  const names = knownNames(model)
  const context = names.contextOf(parsed)
  if (context === undefined) return NONE
  const collector = new NameCollector(model, names, context, nameTokens(parsed))
  for (const element of parsed.ast.elements) addElementNames(element, collector)
  for (const piece of collector.sql) addSqlNames(piece, collector)
  const sorted = [...collector.occurrences].sort((a, b) => a.start - b.start || a.end - b.end)
  return { occurrences: sorted, sql: collector.sql }
}
