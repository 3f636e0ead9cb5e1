import { quoteName } from '../../../../compiler/schema/name.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { addHeadLine } from '../text/declarations.ts'

/** Declares the extension that a type comes with. */
export const declareExtension: Fixer = at => {
  const extension = fact(at, 'extension')
  if (extension === undefined) return []
  const line = `extension ${quoteName(extension)}${onlyPostgres(at)}`
  return fix(`Declare it: \`${line}\``, addHeadLine(at.parsed, line, 'ExtensionDeclaration'), true)
}

/** Declares the schema that something stands in. */
export const declareSchema: Fixer = at => {
  const schema = fact(at, 'schema')
  if (schema === undefined) return []
  const line = `schema ${quoteName(schema)}${onlyPostgres(at)}`
  return fix(`Declare it: \`${line}\``, addHeadLine(at.parsed, line, 'SchemaDeclaration'), true)
}

function onlyPostgres({ model }: Parameters<Fixer>[0]): string {
  return model.loaded.project.targets.some(({ dialect }) => dialect === 'sqlite') ? ' only postgres' : ''
}
