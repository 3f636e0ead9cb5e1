import { dirname } from 'node:path'
import type { Surroundings } from '../actions/surroundings.ts'
import { schemaFilesIn } from './schema-files.ts'
import type { Session } from './session.ts'

/** The schema files beside and below the one that a file's project begins with, looked for when somebody asks. */
export function surroundings({ workspace }: Session, path: string): Surroundings {
  let files: readonly string[] | undefined
  return {
    get files() {
      files ??= schemaFilesIn(dirname(workspace.projectOf(path)?.main ?? path))
      return files
    },
    read: workspace.texts.read,
  }
}
