import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { splitStatements } from '../../../compiler/sql/statements.ts'

/** The originals of the examples, which others wrote. */
const ORIGINALS = {
  'pagila.postgres': 'pagila/original.sql',
  'chinook.postgres': 'chinook/original.postgres.sql',
  'chinook.sqlite': 'chinook/original.sqlite.sql',
  'sakila.sqlite': 'sakila/original.sql',
} as const

/** A schema that others wrote. */
export type Corpus = keyof typeof ORIGINALS

/** The script of a corpus. */
export function corpusScript(corpus: Corpus): string {
  return readFileSync(new URL(`../../../examples/${ORIGINALS[corpus]}`, import.meta.url), 'utf8')
}

/** Its statements, those of psql left out. */
export function corpusStatements(corpus: Corpus): readonly string[] {
  return splitStatements(corpusScript(corpus)).map(statement => statement.text)
}

/** An SQLite database that holds a corpus. */
export function corpusDatabase(corpus: 'chinook.sqlite' | 'sakila.sqlite'): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(corpusScript(corpus))
  return database
}
