import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { StepKind } from '../../../compiler/steps/step.ts'

/** A change of a schema that holds one step of a kind, and what it loses in each database, up and down. */
export interface LosingChange {
  readonly before: string
  readonly after: string
  readonly up?: Loss
  readonly down?: Loss
}

/** The texts of the marks; the same one for both databases as a plain text. */
export type Loss = string | Partial<Record<DialectName, string>>

const T = 'table t {\n  id int primary\n  a text\n}\n'
const withColumn = (line: string) => `table t {\n  id int primary\n  ${line}\n}\n`
const withMood = (values: string, column = 'a mood') =>
  `enum mood {\n${values}\n}\ntable t {\n  id int primary\n  ${column}\n}\n`
const only = (dialect: string) => `table t ${dialect} {\n  id int primary\n}\n`
const change = (before: string, after: string, up?: Loss, down?: Loss): LosingChange => ({
  before,
  after,
  ...(up !== undefined && { up }),
  ...(down !== undefined && { down }),
})
const NULLS = 'which rows held null in t.a'

/** For every kind of step, changes that make one; a kind that loses nothing has them too. */
export const CHANGES: Readonly<Record<Exclude<StepKind, 'sql'>, readonly LosingChange[]>> = {
  'create schema': [change('', 'schema s only postgres\n')],
  'drop schema': [change('schema s only postgres\n', '')],
  'rename schema': [change('schema s only postgres\n', 'schema r was s only postgres\n')],
  'alter schema': [change('schema s only postgres\n', '/// Here.\nschema s only postgres\n')],
  'create extension': [
    change('', 'extension citext only postgres\n', undefined, {
      postgres: 'extension citext and what it keeps, even if it was there before it was asked for here',
    }),
  ],
  'drop extension': [
    change('extension citext only postgres\n', '', {
      postgres: 'extension citext and what it keeps, even if it was there before it was asked for here',
    }),
  ],
  'alter extension': [
    change("extension citext version '1.5' only postgres\n", "extension citext version '1.6' only postgres\n"),
  ],
  'create enum': [change(T, `${T}enum mood {\n  good\n}\n`)],
  'drop enum': [change(`${T}enum mood {\n  good\n}\n`, T)],
  'rename enum': [
    change(withMood('  good'), withMood('  good').replace('mood {', 'humour was mood {').replace('a mood', 'a humour')),
  ],
  'alter enum': [
    change(withMood('  good'), withMood('  good\n  bad')),
    change(
      withMood('  good\n  bad'),
      withMood('  good\n  removed bad -> good'),
      "which rows held 'bad' (now 'good') of mood",
    ),
    change(
      withMood('  good\n  bad', 'a mood[]'),
      withMood('  good\n  removed bad -> good', 'a mood[]'),
      "which rows held 'bad' (now 'good') of mood",
    ),
    change(`${T}enum mood only sqlite {\n  good\n}\n`, `${T}enum mood only postgres {\n  good\n}\n`),
  ],
  'create table': [change('', T, undefined, 'all rows of t')],
  'drop table': [
    change(T, '', 'all rows of t'),
    change(only('only sqlite'), '', { sqlite: 'all rows of t' }),
    change(only('only postgres'), '', { postgres: 'all rows of t' }),
  ],
  'rename table': [change(T, T.replace('table t', 'table u was t'))],
  'alter table': [
    change(T, `/// Things.\n${T}`),
    change(T, T.replace('table t', 'table t strict')),
    change(only('only sqlite'), only('only postgres'), { sqlite: 'all rows of t' }, { postgres: 'all rows of t' }),
    change(only(''), only('only postgres'), { sqlite: 'all rows of t' }),
    change(only(''), only('only sqlite'), { postgres: 'all rows of t' }),
    change(only('only sqlite'), only(''), undefined, { postgres: 'all rows of t' }),
  ],
  'add column': [
    change(T, withColumn('a text\n  b text?'), undefined, 'the values of t.b'),
    change(T, withColumn('a text\n  b text? only sqlite'), undefined, { sqlite: 'the values of t.b' }),
    change(T, withColumn('a text\n  b text = `upper(a)` stored')),
  ],
  'drop column': [
    change(withColumn('a text\n  b text?'), T, 'the values of t.b'),
    change(withColumn('a text\n  b text? only postgres'), T, { postgres: 'the values of t.b' }),
    change(withColumn('a text\n  b text = `upper(a)` stored'), T),
  ],
  'rename column': [change(T, withColumn('b text was a'))],
  'alter column': [
    change(T, withColumn("a text default 'x'")),
    change(
      withColumn('a text? only sqlite'),
      withColumn('a text? only postgres'),
      {
        sqlite: 'the values of t.a',
      },
      { postgres: 'the values of t.a' },
    ),
    change(withColumn('a text?'), withColumn('a text? only postgres'), { sqlite: 'the values of t.a' }),
    change(withColumn('a text?'), withColumn("a text backfill ''"), NULLS),
    change(T, withColumn('a text?'), undefined, NULLS),
    change(withColumn('a text\n  b text'), withColumn('a text\n  b text = `upper(a)` stored'), 'the values of t.b'),
    change(withColumn('a timestamp'), withColumn('a date'), {
      postgres: 'the old form of t.a: values lose the time of day',
    }),
    change(withColumn('a varchar(10)'), withColumn('a varchar(20)')),
    change(withColumn('a bigint'), withColumn('a double'), 'the old form of t.a: values keep only 15 digits', {
      postgres: 'the old form of t.a: values are rounded to whole numbers',
    }),
    change(
      withColumn('a double'),
      withColumn('a text'),
      { sqlite: 'the old form of t.a: values keep only 15 digits' },
      'the old form of t.a: values lose their spelling',
    ),
    change(
      withColumn('a text'),
      withColumn('a int convert `cast(a as integer)`'),
      'the old form of t.a: values are converted, and nothing says how to turn them back',
    ),
    change(withColumn('a text'), withColumn('a int convert `cast(a as integer)` revert `cast(a as text)`')),
    change(
      withColumn('a int?'),
      withColumn("a text convert `cast(a as text)` backfill ''"),
      `the old form of t.a: values are converted, and nothing says how to turn them back; ${NULLS}`,
      'the old form of t.a: values lose their spelling',
    ),
  ],
  'add constraint': [change(T, withColumn("a text\n  check c `a <> ''`"))],
  'drop constraint': [change(withColumn("a text\n  check c `a <> ''`"), T)],
  'rename constraint': [
    change(withColumn("a text\n  check c `a <> ''`"), withColumn("a text\n  check d `a <> ''` was c")),
  ],
  'alter constraint': [
    change(withColumn("a text\n  check c `a <> ''`"), withColumn("a text\n  /// Full.\n  check c `a <> ''`")),
  ],
  'add index': [change(T, withColumn('a text\n  index (a)'))],
  'drop index': [change(withColumn('a text\n  index (a)'), T)],
  'rename index': [change(withColumn('a text\n  index i (a)'), withColumn('a text\n  index j (a) was i'))],
  'alter index': [change(withColumn('a text\n  index i (a)'), withColumn('a text\n  /// Quick.\n  index i (a)'))],
  'create view': [change(T, `${T}view v = \`select a from t\`\n`)],
  'drop view': [change(`${T}view v = \`select a from t\`\n`, T)],
  'rename view': [change(`${T}view v = \`select a from t\`\n`, `${T}view w was v = \`select a from t\`\n`)],
  'alter view': [change(`${T}view v = \`select a from t\`\n`, `${T}view v = \`select id from t\`\n`)],
  'create trigger': [change(T, `${T}${trigger('r')}`)],
  'drop trigger': [change(`${T}${trigger('r')}`, T)],
  'rename trigger': [change(`${T}${trigger('r')}`, `${T}${trigger('s was r')}`)],
  'alter trigger': [change(`${T}${trigger('r')}`, `${T}${trigger('r', 'insert')}`)],
  'create object': [
    change(T, `${T}${routine('f')}`),
    change(T, `${T}${sequence('s')}`, undefined, { postgres: 'the last value of sequence s' }),
  ],
  'drop object': [
    change(`${T}${routine('f')}`, T),
    change(`${T}${sequence('s')}`, T, { postgres: 'the last value of sequence s' }),
  ],
  'rename object': [
    change(`${T}${routine('f')}`, `${T}${routine('g', 'was f')}`),
    change(`${T}${sequence('s')}`, `${T}${sequence('r was s')}`),
  ],
  'alter object': [
    change(`${T}${routine('f')}`, `${T}${routine('f', 'immutable')}`),
    change(`${T}${sequence('s')}`, `${T}${sequence('s start 5')}`),
  ],
}

function routine(name: string, more = ''): string {
  return `function ${name}(a int) returns int language sql ${more} only postgres = \`select a\`\n`
}

function sequence(head: string): string {
  return `sequence ${head} only postgres\n`
}

function trigger(name: string, event = 'delete'): string {
  const [first, ...rest] = name.split(' ')
  const was = rest.length === 0 ? '' : ` ${rest.join(' ')}`
  const postgres = 'before update for each row execute function suppress_redundant_updates_trigger()'
  return `trigger ${first} on t${was} {\n  postgres \`${postgres}\`\n  sqlite \`after ${event} begin select 1; end\`\n}\n`
}
