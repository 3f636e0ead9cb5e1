import { resolve } from 'node:path'
import type { Hints } from './compiler/diff/hints.ts'
import type { Schema } from './compiler/schema/schema.ts'
import type { Diagnostic } from './language/diagnostic.ts'
import type { Project } from './language/load/project.ts'
import { loadProject as load } from './language/load.ts'
import type { Sources } from './language/sources.ts'

/**
 * The public API of Mig: what a schema, a step, a revision and a plan are, and the functions that make one from the other.
 * Every function is pure unless it says that it reads or writes files.
 */
export { type Plan, type PlanRequest, planChange } from './compiler/compile.ts'
export type { Dialect, Query, Row, Statement } from './compiler/dialects/dialect.ts'
export { dialects } from './compiler/dialects/dialects.ts'
export type { Spent } from './compiler/diff/applicable.ts'
export { diff } from './compiler/diff/diff.ts'
export {
  type ConvertHint,
  type DropHint,
  type FillHint,
  type HintedKind,
  type HintPlace,
  type Hints,
  type MoveHint,
  NO_HINTS,
  type RenameHint,
} from './compiler/diff/hints.ts'
export { spentCycles } from './compiler/diff/spent-cycles.ts'
export { type FailureFacts, MigError } from './compiler/failure.ts'
export { type AllowedHazards, allowHazards, type Owned } from './compiler/hazards/allow.ts'
export type { Hazard } from './compiler/hazards/hazard.ts'
export { findHazards } from './compiler/hazards/hazards.ts'
export { type FoldedRevision, schemaAt } from './compiler/revisions/fold.ts'
export { type ParsedRevision, type RevisionFiles, readMigrations, writeRevision } from './compiler/revisions/folder.ts'
export { heads, loadGraph, type RevisionGraph } from './compiler/revisions/graph.ts'
export type { Problem } from './compiler/revisions/problem.ts'
export { resolve as resolveRevisions, resolveOne as resolveRevision } from './compiler/revisions/resolve.ts'
export type { Allow, Revision } from './compiler/revisions/revision.ts'
export type { RevisionNode } from './compiler/revisions/revision-node.ts'
export {
  type FileStatement,
  type PrintedStatement,
  printSqlFile,
  readSqlFile,
  type SqlFile,
  type SqlFileHead,
  type SqlPart,
} from './compiler/revisions/sql-file.ts'
export type { Direction, History, StoredRevision } from './compiler/revisions/stored-revision.ts'
export type { Column, Generated, Identity } from './compiler/schema/column.ts'
export type {
  Action,
  Check,
  Constraint,
  Deferrable,
  ForeignKey,
  PrimaryKey,
  Unique,
} from './compiler/schema/constraint.ts'
export { DIALECTS, type DialectName, type PerDialect, type Sql } from './compiler/schema/dialect.ts'
export type { QName } from './compiler/schema/name.ts'
export type { DbObject, ObjectKind, ObjectOf } from './compiler/schema/objects/db-object.ts'
export type { ObjectId } from './compiler/schema/objects/object-key.ts'
export type { Enum, Extension, Namespace, Trigger, View } from './compiler/schema/objects.ts'
export { EMPTY_SCHEMA, type Schema } from './compiler/schema/schema.ts'
export type { Table, TableHead } from './compiler/schema/table.ts'
export type { Index, IndexKey } from './compiler/schema/table-index.ts'
export type { ArrayType, BuiltinType, EnumType, RawType, Type } from './compiler/schema/type.ts'
export type { Call, EnumValue, Literal, SqlValue, Value } from './compiler/schema/value.ts'
export { applySteps } from './compiler/steps/apply.ts'
export { describeStep } from './compiler/steps/describe.ts'
export { invertStep, invertSteps } from './compiler/steps/invert.ts'
export { lossOf } from './compiler/steps/loss.ts'
export type {
  AddColumn,
  AlterColumn,
  AlterEnum,
  DropColumn,
  SqlSide,
  SqlStep,
  Step,
  StepKind,
  StepOf,
} from './compiler/steps/step.ts'
export { applySqlFile } from './database/apply.ts'
export type { Connection } from './database/connection.ts'
export { connectPglite, type PgliteDatabase } from './database/pglite.ts'
export { connectPostgres } from './database/postgres.ts'
export { connectSqlite } from './database/sqlite.ts'
export { embeddedPostgres } from './database/verify/embedded-postgres.ts'
export { openScratch, type Scratch, scratchOn } from './database/verify/scratch.ts'
export type { Verified, VerifiedRevision, VerifyProblem } from './database/verify/verified.ts'
export { type VerifyProgress, type VerifyRequest, verifyRevisions } from './database/verify/verify-revisions.ts'
export type { Diagnostic, Position, Range, Severity } from './language/diagnostic.ts'
export type { Database, Project, Target } from './language/load/project.ts'
export { printRevision } from './language/print/revision.ts'
export { printSchema } from './language/print/schema.ts'
export { printStep } from './language/print/step.ts'
export { type ReadRevision, readRevision } from './language/revision-text.ts'
export type { Source, Sources } from './language/sources.ts'
export {
  type Current,
  current,
  downgrade,
  type JourneyResult,
  type LedgerRow,
  type Ran,
  type RunEvent,
  type RunOptions,
  type RunRequest,
  type Stamped,
  stamp,
  upgrade,
} from './run.ts'

/** A project as its files say it. When a diagnostic is an error, the schema may lack what is meant: do not plan from it. */
export interface LoadedProject {
  readonly project: Project
  readonly schema: Schema
  readonly hints: Hints
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
  /** The absolute paths of the files, the main one first. */
  readonly files: readonly string[]
}

/**
 * Reads the project that begins with `file` and everything it imports, from disk or through `readFile`, which answers
 * undefined where there is no file. What is wrong with the text comes back as diagnostics; only a file that is there and
 * cannot be read throws.
 */
export function loadProject(file: string, readFile?: (path: string) => string | undefined): LoadedProject {
  const { files, ...loaded } = load(resolve(file), readFile)
  return { ...loaded, files: files.map(({ parsed }) => parsed.file) }
}
