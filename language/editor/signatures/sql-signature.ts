import { type Code, isName, isSign } from '../../../compiler/sql/code.ts'
import { writeArgument } from '../../../compiler/sql/routine/write-head.ts'
import type { Reading } from '../completion/grammar/reading.ts'
import type { Scene } from '../completion/scene.ts'
import { SQL_FUNCTIONS } from '../completion/sql/function-list.ts'
import { sightOf } from '../completion/sql/sight.ts'
import type { Signature } from './signature.ts'

/** The arguments of the function in SQL whose brackets the cursor is in. */
export function sqlSignature(scene: Scene, readings: readonly Reading[]): Signature | undefined {
  const sight = sightOf(scene, readings)
  if (sight === undefined) return undefined
  const { code } = sight.reading
  const open = openCall(code, sight.at < 0 ? code.tokens.length : sight.at)
  if (open === undefined) return undefined
  const name = code.tokens[open.at - 1]!.value
  const own = ownSignature(name, isSign(code, open.at - 2, '.') ? code.tokens[open.at - 3]?.value : undefined, scene)
  if (own !== undefined) return { ...own, active: open.commas }
  const known = SQL_FUNCTIONS.filter(one => one.name === name)
  const found = known.find(one => sight.dialects.some(dialect => one.dialects.includes(dialect))) ?? known[0]
  if (found === undefined) return undefined
  return { head: name, parameters: found.parameters.map(label => ({ label })), about: found.about, active: open.commas }
}

/** The arguments of a function of the project: of those of one name, the one that takes the most. */
function ownSignature(
  name: string,
  schema: string | undefined,
  { schema: { objects }, place }: Scene,
): Omit<Signature, 'active'> | undefined {
  const { defaultSchema = 'public' } = place.model.loaded.project
  const found = [...objects.values()].flatMap(object =>
    (object.kind === 'function' || object.kind === 'aggregate') &&
    object.name.name === name &&
    (schema === undefined || schema === (object.name.schema ?? defaultSchema))
      ? [object]
      : [],
  )
  const [object] = found.toSorted((a, b) => b.arguments.length - a.arguments.length)
  if (object === undefined) return undefined
  const given = object.arguments.filter(({ mode }) => mode !== 'out')
  return { head: name, parameters: given.map(one => ({ label: writeArgument(one) })), about: object.comment }
}

/** The bracket of the innermost call around a token. */
function openCall(code: Code, at: number): { readonly at: number; readonly commas: number } | undefined {
  let depth = 0
  let commas = 0
  for (let back = at - 1; back > 0; back--) {
    if (isSign(code, back, ')')) depth++
    else if (isSign(code, back, ',') && depth === 0) commas++
    else if (isSign(code, back, '(') && depth-- === 0) {
      if (isName(code, back - 1)) return { at: back, commas }
      depth = 0
      commas = 0
    }
  }
  return undefined
}
