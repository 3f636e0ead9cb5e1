import type { FixCase } from '../fix-case.ts'

const T = 'table t {\n  id   int primary\n  name text\n}\n\n'
const t = (lines: string) => `table t {\n  ${lines}\n}\n`
const sure = { sure: true } as const

export const SQL_FIXES: readonly FixCase[] = [
  ['MIG182', 'Change to `age`', t('age int check `agee > 0`'), t('age int check `age > 0`'), sure],
  ['MIG182', 'Change to `"Age"`', t('Age int\n\n  check `Age > 0`'), t('Age int\n\n  check `"Age" > 0`'), sure],
  ['MIG182', "Write the text 'x'", t('a text\n\n  check `a = "x"`'), t("a text\n\n  check `a = 'x'`")],
  [
    'MIG182',
    'Change to `name`',
    `${T}view v = \`\n    select nme\n    from t\n\`\n`,
    `${T}view v = \`\n    select name\n    from t\n\`\n`,
    sure,
  ],
  [
    'MIG182',
    'Change to `"Odd"`',
    'table t {\n  "Odd" int\n}\n\ntable u {\n  "Odd" int\n}\n\nview v = `select 1 as one from t join u using (odd)`\n',
    'table t {\n  "Odd" int\n}\n\ntable u {\n  "Odd" int\n}\n\nview v = `select 1 as one from t join u using ("Odd")`\n',
  ],
  [
    'MIG182',
    'Change to `a`, as it is called now',
    t('a int was b\n\n  check `b > 0`'),
    t('a int was b\n\n  check `a > 0`'),
    sure,
  ],
  [
    'MIG193',
    'Limit it: `only sqlite`',
    `${T}trigger g on t = \`after update for each row begin select 1; end\`\n`,
    `${T}trigger g on t only sqlite = \`after update for each row begin select 1; end\`\n`,
  ],
  ['MIG182', 'Remove `oldest`', t('a int convert `oldest` revert `a`\n  b int'), t('a int\n  b int')],
  ['MIG184', 'Let it serve both databases', t('a int\n\n  check postgres `a > 0`'), t('a int\n\n  check `a > 0`')],
  [
    'MIG184',
    'Add sqlite SQL, to begin with the same',
    t('a int check postgres `a > 0` unique'),
    t('a int check postgres `a > 0` sqlite `a > 0` unique'),
  ],
  [
    'MIG184',
    'Limit it: `only postgres`',
    t('a int\n\n  check postgres `a > 0`'),
    t('a int\n\n  check postgres `a > 0` only postgres'),
  ],
  [
    'MIG184',
    'Add sqlite SQL, to begin with the same',
    '\nview v = postgres `select 1 as one`\n',
    '\nview v {\n  postgres `select 1 as one`\n  sqlite   `select 1 as one`\n}\n',
  ],
  [
    'MIG184',
    'Add postgres SQL, to begin with the same',
    '\nview v {\n  sqlite `select 1 as one`\n}\n',
    '\nview v {\n  sqlite   `select 1 as one`\n  postgres `select 1 as one`\n}\n',
  ],
  [
    'MIG184',
    'Let it serve both databases',
    '\nview v = postgres `select 1 as one`\n',
    '\nview v = `select 1 as one`\n',
  ],
  [
    'MIG184',
    'Limit it: `only postgres`',
    `${T}trigger g on t {\n  postgres \`after insert execute function f()\`\n}\n`,
    `${T}trigger g on t only postgres {\n  postgres \`after insert execute function f()\`\n}\n`,
  ],
  [
    'MIG192',
    'Change to `a`',
    t('a int was b convert `cast(b as int)`\n  b text was a'),
    t('a int was b convert `cast(a as int)`\n  b text was a'),
    sure,
  ],
  [
    'MIG193',
    'Leave `on t` out',
    `${T}trigger g on t only sqlite = \`after update on t begin select 1; end\`\n`,
    `${T}trigger g on t only sqlite = \`after update begin select 1; end\`\n`,
    sure,
  ],
  [
    'MIG193',
    'Leave `create trigger g` out',
    `${T}trigger g on t only sqlite = \`create trigger g after update begin select 1; end\`\n`,
    `${T}trigger g on t only sqlite = \`after update begin select 1; end\`\n`,
    sure,
  ],
  [
    'MIG193',
    'Write `before update`',
    `${T}trigger g on t only postgres = \`update for each row execute function f()\`\n`,
    `${T}trigger g on t only postgres = \`before update for each row execute function f()\`\n`,
  ],
]
