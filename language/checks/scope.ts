import type { MixinDeclaration, TableDeclaration } from '../generated/ast.ts'
import type { Declared, Scope, TableSubject } from './subject.ts'
import type { SubjectTables } from './subject-tables.ts'

/**
 * What the findings in some files come from; all that there is when no files are named. Those are their own declarations, and
 * tables of other files that include a mixin of theirs: a line of a mixin is looked at in each table that has it. They are made ready
 * when a check asks for them.
 */
export function scopeOf(
  declarations: readonly Declared[],
  tables: SubjectTables,
  focus: ReadonlySet<string> | undefined,
): Scope {
  let known: readonly TableSubject[] | undefined
  const own = focus === undefined ? declarations : declarations.filter(({ context }) => focus.has(context.parsed.file))
  return {
    declarations: own,
    get tables() {
      known ??= focus === undefined ? [...tables.values()] : tablesIn(focus, own, tables)
      return known
    },
  }
}

function tablesIn(
  focus: ReadonlySet<string>,
  own: readonly Declared[],
  tables: SubjectTables,
): readonly TableSubject[] {
  const hasMixins = own.some(({ node }) => node.$type === 'MixinDeclaration')
  const found = [...tables.declared.values()].filter(
    table => focus.has(table.context.parsed.file) || (hasMixins && includesFrom(focus, table)),
  )
  return found.map(({ key }) => tables.get(key)!)
}

type WithMembers = TableDeclaration | MixinDeclaration

/** Whether a table includes a mixin of one of these files, be it through others. */
function includesFrom(
  focus: ReadonlySet<string>,
  { node, context }: Declared<WithMembers>,
  seen = new Set<MixinDeclaration>(),
): boolean {
  return (node.members ?? []).some(member => {
    if (member.$type !== 'IncludeMember' || member.mixin === undefined) return false
    const mixin = context.names.mixin(member.mixin)
    if (mixin === undefined || seen.has(mixin.declaration)) return false
    seen.add(mixin.declaration)
    if (focus.has(mixin.context.parsed.file)) return true
    return includesFrom(focus, { node: mixin.declaration, context: mixin.context }, seen)
  })
}
