import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { QName } from '../../compiler/schema/name.ts'
import { joinColumnUses } from '../../compiler/sql/query-names.ts'
import type { Check } from './check.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { queries } from './queries.ts'
import { queryPieces } from './query-pieces.ts'
import { columnsOfView, type Relations, relationsOf } from './relations.ts'
import { columnNamed } from './table-sql.ts'

/** `using (a)`: both sides of the join have such a column. */
export const checkJoinColumns: Check = (subject, report) => {
  const relations = relationsOf(subject)
  for (const query of queries(subject, subject.scope.declarations)) {
    for (const piece of queryPieces(query, report)) {
      for (const use of joinColumnUses(piece.text, piece.table === undefined ? {} : { table: piece.table })) {
        const lacking = piece.dialects
          .flatMap(dialect => use.sides.map(side => columnsWithout(use.name, side, relations, dialect)))
          .find(columns => columns !== undefined)
        if (lacking === undefined) continue
        const { tables, columns } = lacking
        const message = `\`using (${use.name})\` wants the column on both sides, and ${listed(tables)} none of that name.`
        const otherwise = 'Join by a condition: `on … = …`.'
        const meant = meantBy(use.name, columns)
        report.error({
          code: 'MIG182',
          message,
          remedy: didYouMean(meant, otherwise),
          place: piece.placeOf(use.start, use.end),
          data: { name: use.name, ...(meant !== undefined && { meant }) },
        })
      }
    }
  }
}

interface Lacking {
  readonly tables: readonly string[]
  readonly columns: readonly string[]
}

/** The tables and columns of a side of which all is known and nothing has the name. */
function columnsWithout(
  name: string,
  side: readonly (QName | undefined)[],
  relations: Relations,
  dialect: DialectName,
): Lacking | undefined {
  if (side.length === 0) return undefined
  const tables: string[] = []
  const columns: string[] = []
  for (const used of side) {
    const relation = used && relations.find(used, dialect)
    if (relation === undefined) return undefined
    if (relation.kind === 'view') {
      const outputs = columnsOfView(relation.view, dialect)
      if (outputs === undefined || outputs.some(one => isSame(one, name, dialect))) return undefined
      columns.push(...outputs)
    } else {
      if (!relation.table.isWhole || columnNamed(relation.table, name, dialect) !== undefined) return undefined
      columns.push(...relation.table.columns.keys())
    }
    tables.push(used!.name)
  }
  return { tables, columns }
}

function isSame(one: string, other: string, dialect: DialectName): boolean {
  return dialect === 'sqlite' ? one.toLowerCase() === other.toLowerCase() : one === other
}

function listed(tables: readonly string[]): string {
  const names = tables.map(table => `\`${table}\``)
  if (names.length === 1) return `${names[0]} has`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} have`
}
