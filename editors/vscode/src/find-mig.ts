import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The `mig` that is installed for a workspace: in `node_modules` beside one of its folders, else above one; the last folders
 * lie deepest, and what is near them counts before what is above the workspace.
 */
export function findWorkspaceMig(folders: readonly string[]): string | undefined {
  const beside = folders.map(folder => installedIn(join(folder, 'node_modules')))
  return [...beside, ...folders.toReversed().map(installedAbove)].find(found => found !== undefined)
}

function installedAbove(start: string): string | undefined {
  for (let folder = dirname(start); ; folder = dirname(folder)) {
    const found = installedIn(join(folder, 'node_modules'))
    if (found !== undefined || dirname(folder) === folder) return found
  }
}

/** What a path that somebody wrote stands for: a package's folder and npm's shims stand for the script behind them. */
export function scriptBehind(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return scriptOfPackage(path) ?? installedIn(join(path, 'node_modules')) ?? path
  const isShim = basename(dirname(path)) === '.bin' && /^mig(?:\.cmd|\.ps1)?$/.test(basename(path))
  return (isShim ? scriptOfPackage(join(dirname(path), '../mig')) : undefined) ?? path
}

function installedIn(modules: string): string | undefined {
  const script = scriptOfPackage(join(modules, 'mig'))
  if (script !== undefined) return script
  const shim = join(modules, '.bin/mig')
  return process.platform !== 'win32' && existsSync(shim) ? shim : undefined
}

function scriptOfPackage(folder: string): string | undefined {
  const { name, bin } = readManifest(join(folder, 'package.json'))
  if (name !== 'mig') return undefined
  const path = typeof bin === 'string' ? bin : bin?.mig
  const script = path === undefined ? undefined : join(folder, path)
  return script !== undefined && existsSync(script) ? script : undefined
}

interface Manifest {
  readonly name?: string
  readonly bin?: string | { readonly mig?: string }
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {}
  } catch {
    return {}
  }
}
