import type { Enum } from '../../../schema/objects.ts'
import { quoteQName, quoteString } from '../quote.ts'
import { changeComment } from './comment.ts'
import { emit, type Rendering } from './rendering.ts'

/** `create type mood as enum ('sad', 'ok')`, one value a line when there are many. */
export function enumDefinition({ name, values }: Pick<Enum, 'name' | 'values'>): string {
  const items = values.map(quoteString)
  const line = `create type ${quoteQName(name)} as enum (${items.join(', ')})`
  return line.length <= 100
    ? line
    : `create type ${quoteQName(name)} as enum (\n${items.map(item => `  ${item}`).join(',\n')}\n)`
}

/** Creates an enum. */
export function createEnum(work: Rendering, object: Enum): void {
  emit(work, enumDefinition(object))
  changeComment(work, `type ${quoteQName(object.name)}`, undefined, object.comment)
}
