import type { AstNode } from 'langium'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Parsed } from '../../parse.ts'
import type { ProjectModel } from '../project-model.ts'
import type { Surroundings } from './surroundings.ts'
import type { Change } from './text/change.ts'

/** One way to do what a diagnostic asks for. */
export interface Fix {
  readonly title: string
  readonly changes: readonly Change[]
  /** The one way that is surely meant. */
  readonly preferred?: true
  /** A file to create before the changes are made. */
  readonly creates?: string
}

/** A diagnostic and where it stands. */
export interface FixAt {
  readonly model: ProjectModel
  readonly parsed: Parsed
  readonly diagnostic: Diagnostic
  readonly start: number
  readonly end: number
  /** The text that the diagnostic stands at. */
  readonly text: string
  /** The innermost node that begins there. */
  readonly node: AstNode
  readonly around: Surroundings
}

/** Finds the fixes of one sort for a diagnostic; none where it does not apply. */
export type Fixer = (at: FixAt) => readonly Fix[]

/** What an editor can do about the diagnostics of a code. */
export type Remedy =
  | {
      readonly fixes: readonly Fixer[]
      /** Whether the preferred fix never changes what the text means, so that all may be made at once. */
      readonly harmless?: true
    }
  /** Why there is nothing that a machine could write. */
  | { readonly none: string }

/** One fix, as a list; none when there is nothing to change. */
export function fix(title: string, changes: readonly Change[], preferred = false): readonly Fix[] {
  return changes.length === 0 ? [] : [{ title, changes, ...(preferred && { preferred }) }]
}

/** A text fact of a diagnostic. */
export function fact({ diagnostic }: Pick<FixAt, 'diagnostic'>, name: string): string | undefined {
  const value = diagnostic.data?.[name]
  return typeof value === 'string' ? value : undefined
}

/** A fact of a diagnostic that is a list of texts. */
export function facts({ diagnostic }: Pick<FixAt, 'diagnostic'>, name: string): readonly string[] {
  const value = diagnostic.data?.[name]
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
