import { OWN_TEMPORARY_SCHEMA } from '../../../compiler/dialects/postgres/inspect/catalog-sql.ts'
import { postgresObject } from '../../../compiler/dialects/postgres/objects/definitions.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import { idOf, labelOf } from '../../../compiler/schema/objects/object-key.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { sameObject } from '../../../compiler/steps/objects/same-object.ts'
import type { Connection } from '../../connection.ts'
import { isLost } from '../../run/lost.ts'
import type { InItsWords, Untold } from './in-its-words.ts'
import { type FailedTrial, failedTrial, type RefusedText } from './refused-text.ts'
import type { TrialSettings } from './try-texts.ts'

/**
 * The wanted functions and the like in the words of the server, where these are not to the letter what it has: defaults of
 * arguments and bodies that it has read. Each is made as a temporary one and read back; nothing stays. One that the server
 * does not take stays as it is wanted; one that it could not be asked for is as it is there.
 */
export async function objectsInItsWords(
  connection: Connection,
  live: Schema,
  wanted: Schema,
  settings: TrialSettings,
): Promise<InItsWords> {
  const objects = new Map(wanted.objects)
  const untold: Untold[] = []
  const refused = new Map<string, RefusedText>()
  for (const [key, object] of wanted.objects) {
    const there = live.objects.get(key)
    if (there === undefined || sameObject(withCommentOf(object, there), object)) continue
    const answer = await tried(connection, object, settings)
    if (answer === undefined) continue
    if (!('failed' in answer)) objects.set(key, answer)
    else if (answer.isWrong) refused.set(key, answer.failed)
    else {
      objects.set(key, there)
      untold.push({ kind: object.kind, key: labelOf(idOf(object)), object: key, reason: answer.failed.said })
    }
  }
  return { schema: { ...wanted, objects }, untold, refused }
}

/** A comment is to the letter what it was given as, and needs no asking. */
function withCommentOf({ comment }: DbObject, object: DbObject): DbObject {
  const { comment: _own, ...rest } = object
  return { ...rest, ...(comment !== undefined && { comment }) } as DbObject
}

async function tried(
  { query, exec }: Connection,
  object: DbObject,
  { lockTimeout, searchPath = '' }: TrialSettings,
): Promise<DbObject | FailedTrial | undefined> {
  const { trial, beforeTrial, create, inspect, readTrial } = postgresObject(object)
  if (trial === undefined) return undefined
  const temporary = trial(object as never)
  let running = `set local lock_timeout = ${lockTimeout};\nset local check_function_bodies = off;\n${searchPath}`
  await exec('begin')
  try {
    await exec(running)
    for (const sql of [...(beforeTrial?.(object as never) ?? []), ...create(temporary as never)]) {
      running = sql
      await exec(sql)
    }
    const told =
      readTrial === undefined
        ? (await inspect(query, OWN_TEMPORARY_SCHEMA))[0]
        : await readTrial(query, object as never)
    const { comment } = object
    return (
      told && {
        ...(told as DbObject),
        name: object.name,
        ...('table' in object && { table: object.table }),
        ...(comment !== undefined && { comment }),
      }
    )
  } catch (error) {
    const failed = isLost(error) ? undefined : failedTrial(error, running)
    if (failed === undefined) throw error
    return failed
  } finally {
    await exec('rollback').catch(() => {})
  }
}
