import type { Schema } from '../schema/schema.ts'
import { sameExtension, sameNamespace } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { compareMaps } from './compare.ts'

/** Schemas that come, go or change their comment. */
export function diffSchemas(before: Schema, after: Schema): readonly Step[] {
  return compareMaps(before.schemas, after.schemas, sameNamespace, {
    added: schema => [{ kind: 'create schema', schema }],
    dropped: schema => [{ kind: 'drop schema', schema }],
    changed: (from, to) => [{ kind: 'alter schema', from, to }],
  })
}

/** Extensions that come, go or change version. */
export function diffExtensions(before: Schema, after: Schema): readonly Step[] {
  return compareMaps(before.extensions, after.extensions, sameExtension, {
    added: extension => [{ kind: 'create extension', extension }],
    dropped: extension => [{ kind: 'drop extension', extension }],
    changed: (from, to) => [{ kind: 'alter extension', from, to }],
  })
}
