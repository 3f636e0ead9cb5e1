import { CodeActionKind } from 'vscode-languageserver-types'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import type { Change } from '../text/change.ts'

/** A stretch of a file. */
export interface Selection {
  readonly start: number
  readonly end: number
}

/** Another way to write what stands there. */
export interface Refactoring {
  readonly title: string
  readonly kind: CodeActionKind
  readonly changes: readonly Change[]
}

/** Finds other ways to write what is selected. */
export type Refactor = (model: ProjectModel, parsed: Parsed, range: Selection) => readonly Refactoring[]

/** The kind of what takes lines elsewhere. */
export const EXTRACT: CodeActionKind = CodeActionKind.RefactorExtract

/** The kind of what says the same in another way. */
export const REWRITE: CodeActionKind = CodeActionKind.RefactorRewrite
