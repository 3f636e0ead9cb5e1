import { type CheckCase, casesOf } from './check-case.ts'

/** What is only in one database, used by what is in both. */
export const LIMIT_CASES: readonly CheckCase[] = [
  ...casesOf('MIG199', [
    [
      'a key',
      'table t {\n  a int only postgres\n  b int\n  unique («a», b)\n}',
      { says: 'Limit the key too: `only postgres`.' },
    ],
    ['an index', 'table t {\n  a int only sqlite\n  b int\n  index (b, «a»)\n}'],
    [
      'a trigger of a foreign table',
      'object far only postgres {\n  create `create foreign table far (a int) server s`\n}\ntrigger g on «far» {\n  postgres `after insert for each row execute function f()`\n  sqlite `after insert begin select 1; end`\n}',
      { says: 'Limit the trigger too: `only postgres`.' },
    ],
    ['a check', 'table t {\n  a int only postgres\n  b int\n  check `b > «a»`\n}'],
    [
      'a foreign key',
      'table p only postgres {\n  id int primary\n}\ntable t {\n  a int -> «p»\n}',
      { says: 'Limit the column too' },
    ],
    ['an enum', 'enum e only postgres {\n  one\n}\ntable t {\n  a «e»\n}'],
    [
      'a trigger',
      'table t only postgres {\n  a int\n}\ntrigger g on «t» {\n  postgres `after insert execute function f()`\n  sqlite `after insert begin select 1; end`\n}',
    ],
    ['a view on a table', 'table t only postgres {\n  a int\n}\nview v = `select 1 as one from «t»`'],
    ['a view on a column', 'table t {\n  a int only postgres\n  b int\n}\nview v = `select b, «a» from t`'],
    [
      'limited',
      'table t {\n  a int only postgres index\n  b int\n  unique (a, b) only postgres\n  check postgres `a > b` sqlite `b > 0`\n}\nview v = postgres `select a from t` sqlite `select b from t`',
    ],
  ]),
]
