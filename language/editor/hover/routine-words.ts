import type { Word } from './words.ts'

const BODY = '= `select a * 2`'
const said = (text: string, words: string): Word => ({
  text,
  example: `function twice(a int) returns int ${words} ${BODY}`,
})
const NULLS = '`strict`, `returns null on null input`: with a null for an argument it is not run, and gives null.'
const SECURITY =
  '`security definer`: it runs with the rights of its owner; `security invoker`, with those of who calls it.'
const PARALLEL =
  '`parallel safe`, `restricted` or `unsafe`: whether the workers of a query may run it; `unsafe` unless it is said.'

/** Words between the arguments of a function and its body, in small letters: those of `create function`. */
export const ROUTINE_WORDS: ReadonlyMap<string, Word> = new Map([
  [
    'returns',
    said('What it gives: a type, `setof` and a type for rows, `table (…)`, `trigger` or `void`.', 'immutable'),
  ],
  [
    'setof',
    { text: 'It gives any number of rows.', example: 'function all_ids() returns setof int = `select id from t`' },
  ],
  [
    'language',
    said(
      'What its body is written in: `sql` unless it is said, `plpgsql`, or another one of the server.',
      'language sql',
    ),
  ],
  [
    'immutable',
    said('The same arguments always give the same result, whatever the tables hold: indexes may use it.', 'immutable'),
  ],
  ['stable', said('Within one statement the same arguments give the same result; it changes nothing.', 'stable')],
  ['volatile', said('Each call may give something else; so it is unless it is said.', 'volatile')],
  ['strict', said(NULLS, 'strict')],
  [
    'called',
    said('`called on null input`: it is run with nulls, too; so it is unless it is said.', 'called on null input'),
  ],
  ['input', said(NULLS, 'returns null on null input')],
  ['null', said(NULLS, 'returns null on null input')],
  ['on', said(NULLS, 'returns null on null input')],
  [
    'leakproof',
    said(
      'It tells nothing of its arguments but by its result, so views with a security barrier may run it early.',
      'leakproof',
    ),
  ],
  [
    'not',
    said('`not leakproof`: it may tell something of its arguments; so it is unless it is said.', 'not leakproof'),
  ],
  ['security', said(SECURITY, 'security definer')],
  ['external', said(SECURITY, 'external security definer')],
  ['definer', said(SECURITY, 'security definer')],
  ['invoker', said(SECURITY, 'security invoker')],
  ['parallel', said(PARALLEL, 'parallel safe')],
  ['safe', said(PARALLEL, 'parallel safe')],
  ['restricted', said(PARALLEL, 'parallel restricted')],
  ['unsafe', said(PARALLEL, 'parallel unsafe')],
  ['cost', said('What a call costs, as the planner reckons: 100 unless it is said, 1 in C.', 'cost 10')],
  [
    'rows',
    {
      text: 'How many rows the planner expects of it: 1000 unless it is said.',
      example: 'function all_ids() returns setof int rows 20 = `select id from t`',
    },
  ],
  ['support', said('A function that helps the planner with calls of this one.', 'support text_starts_with_support')],
  ['set', said('A setting that holds while it runs, such as `search_path`.', 'set search_path to public, pg_temp')],
  ['window', said('It is a window function; such ones are written in C.', 'language c window')],
  [
    'transform',
    said('`transform for type T`: how values of the type come into its language.', 'transform for type hstore'),
  ],
])
