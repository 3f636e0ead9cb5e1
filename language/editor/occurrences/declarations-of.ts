import type { Parsed } from '../../parse.ts'
import type { Occurrence } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { declaringFiles } from './declaring-files.ts'
import { occurrencesOf } from './occurrences-of.ts'
import { sameThing } from './same-thing.ts'

/** A name with the file that it stands in. */
export interface NamedPlace {
  readonly parsed: Parsed
  readonly occurrence: Occurrence
}

/** Where a thing is declared: once in a correct project. */
export function declarationsOf(model: ProjectModel, thing: Pick<Occurrence, 'kind' | 'key'>): readonly NamedPlace[] {
  return declaringFiles(model, thing).flatMap(parsed =>
    occurrencesOf(model, parsed)
      .filter(occurrence => occurrence.role === 'declaration' && sameThing(occurrence, thing))
      .map(occurrence => ({ parsed, occurrence })),
  )
}
