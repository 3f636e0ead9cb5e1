/** What is beside a project, as far as the server knows: files that no import leads to. */
export interface Surroundings {
  /** The schema files of the workspace, as absolute paths, those of the project among them. */
  readonly files: readonly string[]
  /** The text of one of them. */
  readonly read: (path: string) => string | undefined
}

/** A project of which nothing around it is known. */
export const ALONE: Surroundings = { files: [], read: () => undefined }
