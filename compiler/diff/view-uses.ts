import { nameText } from '../schema/name.ts'
import type { View } from '../schema/objects.ts'
import { relationUses } from '../sql/query-names.ts'

/** The keys of the views that a view reads, among those that are there. */
export function viewUses(views: ReadonlyMap<string, View>): (view: View) => readonly string[] {
  return view => {
    const texts = [view.sql.all, view.sql.postgres, view.sql.sqlite].filter(text => text !== undefined)
    const uses = texts.flatMap(text => relationUses(text).map(use => nameText(nameOf(use))))
    return uses.filter(key => views.has(key))
  }
}

function nameOf(use: { readonly schema?: string; readonly name: string }): { schema?: string; name: string } {
  return use.schema === undefined ? { name: use.name } : { schema: use.schema, name: use.name }
}
