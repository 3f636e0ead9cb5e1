import { namedIn } from '../../sql/object/rename-named.ts'
import { sequencesNamed } from '../../sql/rename-object.ts'
import { namesInSql } from '../../sql/routine/body-names.ts'
import { typesIn } from '../../sql/routine/types-in.ts'
import type { UsedName } from './names.ts'

/** The names that SQL uses, its columns too where they are asked for. */
export function usesOfSql(sql: string, columns = false): readonly UsedName[] {
  const names = namesInSql(sql)
  return [
    ...names.relations.map((name): UsedName => ({ space: 'relation', name })),
    ...sequencesNamed(sql).map((name): UsedName => ({ space: 'relation', name })),
    ...names.routines.map(
      ({ given, ...name }): UsedName => ({
        space: 'routine',
        name,
        ...(given !== undefined && { given }),
      }),
    ),
    ...names.types.map((name): UsedName => ({ space: 'type', name })),
    ...namedIn(sql).map(({ name }): UsedName => ({ space: 'object', name })),
    ...(columns ? names.columns.map((name): UsedName => ({ space: 'column', name: { name }, soft: true })) : []),
  ]
}

/** The types that the text of a type names. */
export function typesInText(text: string): readonly UsedName[] {
  return typesIn(text).map(name => ({ space: 'type', name }))
}
