import { expect, test } from 'vitest'
import { mapNames } from '../../../compiler/sql/object/names-in-object.ts'
import { qualifyNames } from '../../../compiler/sql/qualify.ts'

const NAMES = new Set(['t', 'kind', 'f', 'less'])
const has = {
  relation: (name: string) => name === 't',
  type: (name: string) => name === 't' || name === 'kind',
  routine: (name: string) => NAMES.has(name),
}

/** The text of an object as it is under `default_schema app`. */
function qualified(text: string): string {
  const query = (sql: string) => qualifyNames(sql, 'app', has)
  const type = (sql: string) => query(`null::${sql}`).slice('null::'.length)
  return mapNames(text, { relation: name => name, type, query })
}

test.each([
  ['create cast (int as kind) with function f(int)', 'create cast (int as app.kind) with function app.f(int)'],
  [
    'create operator class c for type kind using btree as operator 1 <, function 1 less(kind, kind), function 2 (kind, kind) less(kind, kind)',
    'create operator class c for type app.kind using btree as operator 1 <, function 1 app.less(app.kind, app.kind), function 2 (app.kind, app.kind) app.less(app.kind, app.kind)',
  ],
  [
    'create event trigger e on ddl_command_end execute function f()',
    'create event trigger e on ddl_command_end execute function app.f()',
  ],
  [
    'create operator === (leftarg = kind, function = f, restrict = eqsel)',
    'create operator === (leftarg = app.kind, function = app.f, restrict = eqsel)',
  ],
  ['create foreign data wrapper w handler f no validator', 'create foreign data wrapper w handler app.f no validator'],
  ['create statistics s on t, kind from t', 'create statistics s on t, kind from app.t'],
  ['create publication p for table t (t, kind)', 'create publication p for table app.t (t, kind)'],
  [
    'insert into t select f(1); create cast (a as b) with function other.f(a)',
    'insert into app.t select app.f(1); create cast (a as b) with function other.f(a)',
  ],
])('%s', (text, wanted) => {
  expect(qualified(text)).toBe(wanted)
})
