import { columnOf } from '../../../../compiler/schema/table.ts'
import { writeTypes } from '../../../print/type.ts'
import { type Fixer, fix } from '../fix.ts'
import { retype } from '../text/column-parts.ts'
import { memberAt } from './object-key.ts'
import { putColumnBack } from './put-back.ts'
import { columnOfHazard } from './rows-there.ts'
import { pastKey } from './since.ts'

/** A column by which a table is divided stays as it was. */
export const keepKeyColumn: Fixer = at => {
  const object = memberAt(at)
  const table = object && at.model.subject.tables.get(object.in)
  if (object === undefined || table === undefined) return []
  const found = columnOfHazard(at)
  if (found === undefined) return putColumnBack(at.model, table, object.name)
  const before = at.model.past?.schema.tables.get(pastKey(at.model, 'table', object.in) ?? '')
  const old = before && columnOf(before, object.name)
  if (old === undefined) return []
  const type = writeTypes(old.type, '')
  return fix(`Leave it \`${type}\``, retype(found.line.context.parsed, found.line.node, type))
}
