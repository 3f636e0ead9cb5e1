/** A `mig` that can be run. */
export interface MigProgram {
  /** Why it is this one: it is named in the settings, the workspace has it, or it is part of the extension. */
  readonly origin: 'setting' | 'workspace' | 'bundled'
  /** The program or script, absolute. */
  readonly file: string
  readonly command: string
  /** What stands before the arguments of a command. */
  readonly args: readonly string[]
  /** What the environment has beside the editor's own. */
  readonly env: Readonly<Record<string, string>>
}

/** The oldest Node that runs `mig`. */
const OLDEST_NODE = [22, 13] as const

/** The `mig` in a file: a script runs in the editor's own Node, anything else as a program. */
export function programOf(origin: MigProgram['origin'], file: string): MigProgram {
  if (!/\.[cm]?js$/.test(file)) return { origin, file, command: file, args: [], env: {} }
  const env = { ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' }
  return { origin, file, command: process.execPath, args: [file], env }
}

/** Whether a version of Node can run `mig`. */
export function canRunMig(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}
