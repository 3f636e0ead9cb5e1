import { nameText } from '../../compiler/schema/name.ts'
import { readName } from '../literals/name-literal.ts'
import type { Check } from './check.ts'

/** What is in the schema only when its file is imported whole, or it is named. Types and mixins serve their own file all the same. */
const KINDS: Readonly<Record<string, string>> = {
  TableDeclaration: 'table',
  EnumDeclaration: 'enum',
  ViewDeclaration: 'view',
  TriggerDeclaration: 'trigger',
}

/** Declarations of a file that is imported, but only for other names. */
export const checkNotTaken: Check = (subject, report) => {
  for (const { parsed, includes } of subject.files)
    for (const node of parsed.ast.elements) {
      const kind = KINDS[node.$type]
      if (kind === undefined || !('name' in node) || node.name === undefined || includes(node.name)) continue
      const name = nameText(readName(node.name))
      report.info({
        code: 'MIG117',
        message: `Nothing imports the ${kind} \`${name}\`: only other names are imported from this file, and it is not in the schema.`,
        remedy: 'Add it to the names that are imported, or import the whole file.',
        place: { node, property: 'name' },
        data: { name, file: parsed.file },
        faded: true,
      })
    }
}
