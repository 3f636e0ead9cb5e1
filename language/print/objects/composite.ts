import { nameText } from '../../../compiler/schema/name.ts'
import type { CompositeObject, Field } from '../../../compiler/schema/objects/composite.ts'
import type { AlterObject } from '../../../compiler/steps/step.ts'
import { writeDotted } from '../../literals/name-literal.ts'
import { writeDocumentation } from '../documentation.ts'
import { MEMBER_WORDS, writeName } from '../name.ts'
import { familyWords } from '../option-words.ts'
import { writeTypes } from '../type.ts'

/** A composite type, without its comment; `renames` tells what its fields were called. */
export function writeComposite(composite: CompositeObject, renames: AlterObject['renames'] = []): string {
  const old = new Map(renames.map(({ from, to }) => [to, from]))
  const head = [`composite ${nameText(composite.name)}`, ...familyWords(composite), '{'].join(' ')
  const names = composite.fields.map(({ name }) => writeName(name, MEMBER_WORDS))
  const width = Math.max(0, ...names.map(name => name.length))
  const lines = composite.fields.map(
    (field, at) =>
      `${writeDocumentation(field.comment, '  ')}  ${names[at]!.padEnd(width)} ${restOf(field, old.get(field.name))}\n`,
  )
  return `${head}\n${lines.join('')}}`
}

function restOf({ type, collate }: Field, was: string | undefined): string {
  return [
    writeTypes(type, '  '),
    ...(collate === undefined ? [] : [`collate ${writeDotted(collate)}`]),
    ...(was === undefined ? [] : [`was ${writeName(was, MEMBER_WORDS)}`]),
  ].join(' ')
}
