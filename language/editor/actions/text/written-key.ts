import { nameText } from '../../../../compiler/schema/name.ts'
import { readName } from '../../../literals/name-literal.ts'
import type { ProjectModel } from '../../project-model.ts'

/** A key as the texts of a project write it: what is in the default schema is called without one. */
export function writtenKey({ loaded }: ProjectModel, key: string): string {
  const { schema, name } = readName(key)
  return schema !== undefined && schema === loaded.project.defaultSchema ? nameText({ name }) : key
}

/** The same where a text named something without a schema; where it said the schema, that is kept. */
export function writtenLike(model: ProjectModel, text: string, key: string): string {
  return text.includes('.') ? key : writtenKey(model, key)
}
