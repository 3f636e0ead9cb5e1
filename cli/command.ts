import type { Outcome } from './output/outcome.ts'

/** What every command is given beside its own arguments. */
export interface Context {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** `--project FILE`, if it was given. */
  readonly project?: string
}

/** An option as commander takes it: `-m, --message MSG`. One whose `many` is set may be given again and again. */
export interface Option {
  readonly flags: string
  readonly text: string
  readonly choices?: readonly string[]
  readonly many?: true
}

/** One command: what it takes and what it does. */
export interface Command {
  /** `[FILE...]`, as commander takes it. */
  readonly takes?: string
  readonly options: readonly Option[]
  /** Command lines with what they do, shown by `--help`. */
  readonly examples: readonly (readonly [string, string])[]
  /** `args` are the positional arguments, `options` the options by their long name in camel case. */
  readonly run: (context: Context, args: readonly string[], options: Options) => Promise<Outcome> | Outcome
}

/** The options that were given, by long name in camel case. */
export type Options = Readonly<Record<string, unknown>>
