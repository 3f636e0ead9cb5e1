import type { TableHead } from '../../../schema/table.ts'
import { quoteIdentifier } from '../quote.ts'
import { parameterChanges, parametersText } from './index-text.ts'

/** What stands behind the columns of a new table or the name of a new materialized view: method, parameters, tablespace. */
export function storageClauses({
  using,
  with: parameters,
  tablespace,
}: Pick<TableHead, 'using' | 'with' | 'tablespace'>): string {
  return [
    ...(using === undefined ? [] : [` using ${quoteIdentifier(using)}`]),
    ...(parameters === undefined ? [] : [` with (${parametersText(parameters)})`]),
    ...(tablespace === undefined ? [] : [` tablespace ${quoteIdentifier(tablespace)}`]),
  ].join('')
}

/** What `alter table` and `alter materialized view` say to change them. */
export function storageChanges(
  from: Pick<TableHead, 'using' | 'with' | 'tablespace'>,
  to: Pick<TableHead, 'using' | 'with' | 'tablespace'>,
): readonly string[] {
  return [
    ...parameterChanges(from.with, to.with),
    ...(from.using === to.using ? [] : [`set access method ${quoteIdentifier(to.using ?? 'heap')}`]),
    ...(from.tablespace === to.tablespace ? [] : [`set tablespace ${quoteIdentifier(to.tablespace ?? 'pg_default')}`]),
  ]
}
