import type { ObjectId } from '../../schema/objects/object-key.ts'
import { renameType } from '../../sql/rename.ts'

/** SQL in which the casts to a type follow its new name. */
export function renameTypeInSql(sql: string, from: ObjectId, to: ObjectId): string {
  return renameType(sql, from.name, to.name)
}

/** The text of a type with a type in it renamed. */
export function renameTypeIn(text: string, from: ObjectId, to: ObjectId): string {
  return renameType(`null::${text}`, from.name, to.name).slice('null::'.length)
}
