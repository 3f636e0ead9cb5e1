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
    name: 'merge',
    summary: 'join heads that two people made',
    load: async () => (await import('./merge.ts')).merge,
  },
  {
    name: 'upgrade',
    summary: 'run revisions on a database, up to the head or to the one named',
    load: async () => (await import('./upgrade.ts')).upgrade,
  },
  {
    name: 'downgrade',
    summary: 'take revisions back, down to the one named',
    load: async () => (await import('./downgrade.ts')).downgrade,
  },
  {
    name: 'current',
    summary: 'show where a database is',
    load: async () => (await import('./current.ts')).current,
  },
  {
    name: 'stamp',
    summary: 'say where a database is, and run nothing',
    load: async () => (await import('./stamp.ts')).stamp,
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
    name: 'branches',
    summary: 'list the revisions where the history parts',
    load: async () => (await import('./branches.ts')).branches,
  },
  {
    name: 'history',
    summary: 'draw the graph of revisions, newest first',
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'check',
    summary: 'check that schema files, revisions and SQL agree, and a database with them; writes nothing',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'verify',
    summary: 'run every revision up, down and up on a real engine with rows, and compare',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'format',
    summary: 'format schema files the one way',
    load: async () => (await import('./format.ts')).format,
  },
  {
    name: 'lsp',
    summary: 'the language server, for editors',
    load: async () => (await import('./lsp.ts')).lsp,
  },
  {
    name: 'explain',
    summary: 'say what a code like MIG204 means and what to do',
    load: async () => (await import('./explain.ts')).explain,
  },
]
