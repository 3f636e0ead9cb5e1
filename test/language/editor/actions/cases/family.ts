import type { FixCase } from '../fix-case.ts'

const sure = { sure: true } as const
const HEAD = 'project p {\n  targets postgres 15\n}\n'
const t = (lines: string, more = '') => `${HEAD}\ntable t {\n  ${lines}\n}\n${more}`
const both = (lines: string) => `table t {\n  ${lines}\n}\n`

export const FAMILY_FIXES: readonly FixCase[] = [
  ['MIG133', 'Remove `?`', `${HEAD}\ncomposite c {\n  a int?\n}\n`, `${HEAD}\ncomposite c {\n  a int\n}\n`, sure],
  ['MIG134', 'Leave `depends on two` out', `${HEAD}\nsequence s depends on two\n`, `${HEAD}\nsequence s\n`, sure],
  [
    'MIG134',
    'Leave `two` out',
    t('a int', '\nsequence s depends on two, t\n'),
    t('a int', '\nsequence s depends on t\n'),
    sure,
  ],
  [
    'MIG135',
    'Add the line `row security`',
    t('a int', '\npolicy p on t using `a > 0`\n'),
    t('a int\n\n  row security', '\npolicy p on t using `a > 0`\n'),
    sure,
  ],
  [
    'MIG172',
    'Limit it: `only sqlite`',
    both('a text\n\n  unique (a collate nocase)'),
    both('a text\n\n  unique (a collate nocase) only sqlite'),
  ],
  [
    'MIG177',
    'Limit it: `only sqlite`',
    both('a int\n\n  unique (a) on conflict replace'),
    both('a int\n\n  unique (a) on conflict replace only sqlite'),
  ],
  ['MIG177', 'Leave `on conflict ignore` out', both('a int primary on conflict ignore'), both('a int primary')],
  ['MIG177', 'Leave `not null on conflict fail` out', both('a int not null on conflict fail'), both('a int')],
  [
    'MIG194',
    'Change to `touch`',
    t(
      'a int',
      '\nfunction touch() returns trigger language plpgsql = `begin return new; end`\n\ntrigger g on t = `after insert execute function tuch()`\n',
    ),
    t(
      'a int',
      '\nfunction touch() returns trigger language plpgsql = `begin return new; end`\n\ntrigger g on t = `after insert execute function touch()`\n',
    ),
    sure,
  ],
]
