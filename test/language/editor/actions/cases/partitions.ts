import type { FixCase } from '../fix-case.ts'

const sure = { sure: true } as const
const HEAD = 'project p {\n  targets postgres 15\n}\n\n'
const t = (head: string, more: string, lines = '  a int\n  b int\n') =>
  `${HEAD}table t ${head}{\n${lines}}\n\n${more}\n`
const RANGE = 'partition by range (a) '

/** Tables that are divided, and what their partitions and keys say. */
export const PARTITION_FIXES: readonly FixCase[] = [
  [
    'MIG173',
    'Move `extra` to t',
    t(RANGE, 'partition t1 of t default {\n  extra int default 1\n}'),
    t(RANGE, 'partition t1 of t default {\n}', '  a     int\n  b     int\n  extra int default 1\n'),
  ],
  [
    'MIG173',
    'Leave `extra` out',
    t(RANGE, 'partition t1 of t default {\n  b     int default 1\n  extra int\n}'),
    t(RANGE, 'partition t1 of t default {\n  b int default 1\n}'),
  ],
  [
    'MIG175',
    'Divide t by list',
    t(RANGE, 'partition t1 of t values in (1)\npartition t2 of t default'),
    t('partition by list (a) ', 'partition t1 of t values in (1)\npartition t2 of t default'),
  ],
  [
    'MIG175',
    'Write `default`: it has all rows that no other partition has',
    t(RANGE, 'partition t1 of t values from (1) to (2)\npartition t2 of t values in (1)'),
    t(RANGE, 'partition t1 of t values from (1) to (2)\npartition t2 of t default'),
  ],
  [
    'MIG175',
    'Write `values from (1, minvalue) to (2, minvalue)`',
    t('partition by range (a, b) ', 'partition t1 of t values from (1) to (2)'),
    t('partition by range (a, b) ', 'partition t1 of t values from (1, minvalue) to (2, minvalue)'),
  ],
  [
    'MIG175',
    'Write `values from (1) to (3)`',
    t(RANGE, 'partition t1 of t values from (1, 2) to (3, 4)'),
    t(RANGE, 'partition t1 of t values from (1) to (3)'),
  ],
  [
    'MIG176',
    'Add `a` to the key',
    t(RANGE, 'partition t1 of t default', '  a int\n  b int primary\n'),
    t(RANGE, 'partition t1 of t default', '  a int\n  b int\n\n  primary (b, a)\n'),
  ],
  [
    'MIG176',
    'Add `a` to the key',
    t(RANGE, 'partition t1 of t default', '  a int\n  b int\n\n  unique index (b desc, `b + 1`)\n'),
    t(RANGE, 'partition t1 of t default', '  a int\n  b int\n\n  unique index (b desc, `b + 1`, a)\n'),
  ],
  [
    'MIG137',
    'Divide t: `partition by range (a)`',
    t('', 'partition t1 of t values from (1) to (2)', '  a int primary\n  b int\n'),
    t(RANGE, 'partition t1 of t values from (1) to (2)', '  a int primary\n  b int\n'),
  ],
  [
    'MIG137',
    'Divide t: `partition by hash (b)`',
    t('', 'partition t1 of t values with (modulus 2, remainder 0)'),
    t('partition by hash (b) ', 'partition t1 of t values with (modulus 2, remainder 0)'),
  ],
  ['MIG137', 'Leave `inherits t` out', t('inherits t ', 'sequence s'), t('', 'sequence s'), sure],
  [
    'MIG138',
    'Take `unlogged` from t',
    t('unlogged ', 'table u {\n  t int -> t\n}', '  a int primary\n'),
    t('', 'table u {\n  t int -> t\n}', '  a int primary\n'),
  ],
  [
    'MIG138',
    'Make u `unlogged`, too: a crash empties it',
    t('unlogged ', 'table u {\n  t int -> t\n}', '  a int primary\n'),
    t('unlogged ', 'table u unlogged {\n  t int -> t\n}', '  a int primary\n'),
  ],
  [
    'MIG144',
    'Leave `toast.autovacuum_enabled = false` out',
    'table t with (toast.autovacuum_enabled = false) only postgres {\n  a int primary\n}\n',
    'table t only postgres {\n  a int primary\n}\n',
  ],
  [
    'MIG144',
    'Leave `toast.autovacuum_enabled = false` out',
    'table t with (fillfactor = 70, toast.autovacuum_enabled = false) only postgres {\n  a int primary\n}\n',
    'table t with (fillfactor = 70) only postgres {\n  a int primary\n}\n',
  ],
]
