/** The databases that a schema can be compiled for. */
export type DialectName = 'postgres' | 'sqlite'

/** Every dialect, in the order in which they are written to disk. */
export const DIALECTS: readonly DialectName[] = ['postgres', 'sqlite']

const TITLES: Readonly<Record<DialectName, string>> = { postgres: 'Postgres', sqlite: 'SQLite' }

/** The name of a dialect in a sentence. */
export function dialectTitle(dialect: DialectName): string {
  return TITLES[dialect]
}

/** Whether an object that may be limited to one dialect is for this one. */
export function isFor(object: { readonly only?: DialectName }, dialect: DialectName): boolean {
  return object.only === undefined || object.only === dialect
}

/** A value for every dialect, a value for one, or both: the dialect's own value wins over `all`. */
export interface PerDialect<T> {
  readonly all?: T
  readonly postgres?: T
  readonly sqlite?: T
}

/** SQL text as it stood between backticks, common indentation removed. */
export type Sql = PerDialect<string>

/** The value that holds for one dialect. */
export function forDialect<T>(value: PerDialect<T>, dialect: DialectName): T | undefined {
  return value[dialect] ?? value.all
}

/** Applies `change` to each value that is there. */
export function mapDialects<T, U>(
  value: PerDialect<T>,
  change: (value: T, dialect: DialectName | 'all') => U,
): PerDialect<U> {
  const result: { all?: U; postgres?: U; sqlite?: U } = {}
  if (value.all !== undefined) result.all = change(value.all, 'all')
  if (value.postgres !== undefined) result.postgres = change(value.postgres, 'postgres')
  if (value.sqlite !== undefined) result.sqlite = change(value.sqlite, 'sqlite')
  return result
}
