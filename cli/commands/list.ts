import type { Command } from '../command.ts'

/** A command in the list: loaded only when it is called. */
export interface ListedCommand {
  readonly name: string
  /** One line for `mig --help`. */
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Every command, in the order in which `mig --help` shows them. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'init',
    summary: 'start a project: a schema file with an example table, and what to do next',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'compile',
    summary: 'check the schema and write the next revision with its SQL',
    load: async () => (await import('./compile.ts')).compile,
  },
  {
    name: 'diff',
    summary: 'show what compile would write, or what changed between two revisions',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'revision',
    summary: 'make an empty revision for SQL written by hand',
    load: async () => (await import('./revision.ts')).revision,
  },
  {
    name: 'show',
    summary: 'show one revision: its steps and its SQL',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'heads',
    summary: 'list the revisions that no other one follows',
    load: async () => (await import('./heads.ts')).heads,
  },
  {
    name: 'history',
    summary: 'draw the graph of revisions, newest first',
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'check',
    summary: 'check that schema files, revisions and SQL agree; writes nothing',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'format',
    summary: 'format schema files the one way',
    load: async () => (await import('./format.ts')).format,
  },
  {
    name: 'explain',
    summary: 'say what a code like MIG204 means and what to do',
    load: async () => (await import('./explain.ts')).explain,
  },
]
