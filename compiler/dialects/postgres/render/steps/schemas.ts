import type { Extension } from '../../../../schema/objects.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { lossOf } from '../../../../steps/loss.ts'
import { quoteIdentifier, quoteString } from '../../quote.ts'
import { changeComment } from '../comment.ts'
import { forgetLookups } from '../lookups.ts'
import { emit } from '../rendering.ts'
import type { StepRenderers } from '../step-renderers.ts'

type Kinds =
  | 'create schema'
  | 'drop schema'
  | 'rename schema'
  | 'alter schema'
  | 'create extension'
  | 'drop extension'
  | 'alter extension'

/** Schemas and extensions. */
export const schemaRenderers: StepRenderers<Kinds> = {
  'create schema'(work, { schema }) {
    emit(work, `create schema ${quoteIdentifier(schema.name)}`)
    changeComment(work, `schema ${quoteIdentifier(schema.name)}`, undefined, schema.comment)
    work.live.schemas.set(schema.name, schema)
  },
  'drop schema'(work, { schema }) {
    emit(work, `drop schema ${quoteIdentifier(schema.name)}`)
    work.live.schemas.delete(schema.name)
  },
  'rename schema'(work, step) {
    const schema = work.live.schemas.get(step.from)
    if (schema === undefined) return
    applyStep(work.live, step)
    forgetLookups(work.lookups)
    if (schema.only === 'sqlite') return
    emit(work, `alter schema ${quoteIdentifier(step.from)} rename to ${quoteIdentifier(step.to)}`)
  },
  'alter schema'(work, { from, to }) {
    changeComment(work, `schema ${quoteIdentifier(to.name)}`, from.comment, to.comment)
    work.live.schemas.set(to.name, to)
  },
  'create extension'(work, { extension }) {
    const parts = [
      `create extension if not exists ${quoteIdentifier(extension.name)}`,
      ...(extension.schema === undefined ? [] : [`schema ${quoteIdentifier(extension.schema)}`]),
      ...(extension.version === undefined ? [] : [`version ${quoteString(extension.version)}`]),
    ]
    emit(work, parts.join(' '))
    changeComment(work, extensionObject(extension), undefined, extension.comment)
    work.live.extensions.set(extension.name, extension)
  },
  'drop extension'(work, step) {
    const { extension } = step
    const lossy = lossOf(step, 'postgres')
    emit(work, `drop extension if exists ${quoteIdentifier(extension.name)}`, lossy === undefined ? {} : { lossy })
    work.live.extensions.delete(extension.name)
  },
  'alter extension'(work, { from, to }) {
    const alter = `alter extension ${quoteIdentifier(to.name)}`
    if (from.schema !== to.schema) emit(work, `${alter} set schema ${quoteIdentifier(to.schema ?? 'public')}`)
    if (to.version !== undefined && from.version !== to.version)
      emit(work, `${alter} update to ${quoteString(to.version)}`)
    changeComment(work, extensionObject(to), from.comment, to.comment)
    work.live.extensions.set(to.name, to)
  },
}

function extensionObject({ name }: Extension): string {
  return `extension ${quoteIdentifier(name)}`
}
