import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { splitStatements } from '../../../compiler/sql/statements.ts'

/** A schema that others wrote. */
export type Corpus = 'pagila.postgres' | 'chinook.postgres' | 'chinook.sqlite' | 'sakila.sqlite'

/** The script of a corpus. */
export function corpusScript(corpus: Corpus): string {
  return readFileSync(new URL(`corpora/${corpus}.sql`, import.meta.url), 'utf8')
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
