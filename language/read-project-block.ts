import { cutProject } from './light/cut-project.ts'
import { lightProject } from './light/light-project.ts'
import type { Loaded } from './load.ts'

/** The project block of a file, and what is wrong with it; `files` hold the text that the diagnostics speak of. */
export type ReadProjectBlock = Pick<Loaded, 'project' | 'diagnostics' | 'files'>

/**
 * Reads the project block of a main file and nothing else of it: whatever else is wrong in the file, or in those that it
 * imports, does not matter. `file` is its absolute path.
 */
export async function readProjectBlock(file: string, text: string): Promise<ReadProjectBlock> {
  const block = cutProject(text) ?? ''
  const project = lightProject(file, block)
  if (project !== undefined) return { project, diagnostics: [], files: [] }
  const { readProject } = await import('./load.ts')
  return readProject(file, path => (path === file ? block : undefined))
}
