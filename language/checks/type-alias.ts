import type { Check } from './check.ts'

/** `?` on the type of an alias, which no column would get. */
export const checkTypeAliases: Check = (subject, report) => {
  for (const { node } of subject.scope.declarations) {
    if (node.$type !== 'TypeDeclaration') continue
    const index = (node.spellings ?? []).findIndex(spelling => spelling.nullable)
    if (index < 0) continue
    const message = `\`?\` has no meaning in \`type ${node.name}\`: it belongs to the columns.`
    const remedy = `Remove it here, and write \`${node.name}?\` where a column may be null.`
    report.error({
      code: 'MIG153',
      message,
      remedy,
      place: { node, property: 'spellings', index },
      data: { name: node.name },
    })
  }
}
