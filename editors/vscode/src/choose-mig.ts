import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { findWorkspaceMig, scriptBehind } from './find-mig.ts'
import { canRunMig, type MigProgram, programOf } from './mig-program.ts'
import { type Probe, probeMig } from './probe-mig.ts'

/** What the choice of a `mig` depends on. */
export interface Circumstances {
  /** Whether programs of the workspace may run. */
  readonly isTrusted: boolean
  /** The setting `mig.path`; empty when it is not set. */
  readonly setting: string
  /** The folders of the workspace, then those of its projects. */
  readonly folders: readonly string[]
  /** The script inside the extension. */
  readonly bundled: string
  /** The version of the editor's own Node. */
  readonly node: string
}

/** The `mig` that serves, if there is one, and what to tell of those that do not. */
export interface Choice {
  readonly program: MigProgram | undefined
  readonly complaints: readonly string[]
}

/** Chooses the `mig` that serves: the one in the settings, the workspace's own, the one inside the extension. */
export async function chooseMig(circumstances: Circumstances): Promise<Choice> {
  const { bundled, node } = circumstances
  const complaints: string[] = []
  for (const [program, name] of circumstances.isTrusted ? candidates(circumstances) : []) {
    const probe = await probeMig(program)
    if (probe.is === 'serving') return { program, complaints }
    complaints.push(complaint(name, probe))
  }
  if (canRunMig(node)) return { program: programOf('bundled', bundled), complaints }
  const tooOld = `Mig's language server needs Node 22.13; this editor has ${node}. Update it, or name a mig in mig.path.`
  return { program: undefined, complaints: [...complaints, tooOld] }
}

function candidates({ setting, folders }: Circumstances): readonly (readonly [MigProgram, string])[] {
  const found: (readonly [MigProgram, string])[] = []
  if (setting !== '') {
    const file = scriptBehind(absolute(setting, folders[0]))
    found.push([programOf('setting', file), `The mig of the setting mig.path, ${file},`])
  }
  const file = findWorkspaceMig(folders)
  if (file !== undefined) found.push([programOf('workspace', file), `The workspace's own mig, ${file},`])
  return found
}

function absolute(setting: string, folder: string | undefined): string {
  const path = setting.replace(/^\$\{workspaceFolder\}/, folder ?? '').replace(/^~(?=$|[\\/])/, homedir())
  if (isAbsolute(path) || folder === undefined) return path
  const inside = resolve(folder, path)
  // A bare word is a program of the PATH, unless the folder has a file of that name.
  return /[\\/]/.test(path) || existsSync(inside) ? inside : path
}

function complaint(name: string, probe: Exclude<Probe, { is: 'serving' }>): string {
  if (probe.is === 'too old')
    return `${name} is ${probe.version}, which has no language server yet. Update it; until then another serves.`
  return `${name} does not run: ${probe.reason}. Another serves.`
}

/** The script of the `mig` inside an extension. */
export function bundledMig(extension: string): string {
  return join(extension, 'dist/server/mig.js')
}
