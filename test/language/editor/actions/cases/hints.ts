import type { FixCase } from '../fix-case.ts'

const sure = { sure: true } as const
const t = (lines: string) => `\ntable t {\n  ${lines}\n}\n`
const e = (values: string) => `\nenum e {\n  ${values}\n}\n\ntable t {\n  a e\n}\n`
const past = (text: string) => ({ past: text, sure: true }) as const

export const HINT_FIXES: readonly FixCase[] = [
  ['MIG190', 'Remove `was a`', t('a int was a'), t('a int'), sure],
  ['MIG190', 'Remove `was t`', '\ntable t was t strict {\n  a int\n}\n', '\ntable t strict {\n  a int\n}\n', sure],
  ['MIG190', 'Remove `was c`', t('a int was c\n  b int was c'), t('a int was c\n  b int'), sure],
  ['MIG190', 'Remove `one`', e('one\n  removed one\n  two'), e('one\n  two'), sure],
  ['MIG190', 'Remove the value `one`', e('one\n  removed one\n  two'), e('removed one\n  two')],
  [
    'MIG190',
    'Change to `pending`',
    e('pending\n  removed two -> pendng'),
    e('pending\n  removed two -> pending'),
    sure,
  ],
  [
    'MIG190',
    'Remove `dropped table t`',
    '\ndropped table t\n\ntable t {\n  a int\n}\n',
    '\ntable t {\n  a int\n}\n',
    sure,
  ],
  ['MIG190', 'Remove `dropped a`', t('a int\n\n  dropped a'), t('a int'), sure],
  [
    'MIG116',
    'Remove `was mail`',
    t('id    int primary\n  email text unique was mail // that is it'),
    t('id    int primary\n  email text unique // that is it'),
    past(t('id int primary\n  email text unique')),
  ],
  [
    'MIG116',
    'Remove `was people`',
    '\ntable users strict was people {\n  a int\n}\n',
    '\ntable users strict {\n  a int\n}\n',
    past('\ntable users strict {\n  a int\n}\n'),
  ],
  [
    'MIG116',
    'Remove `removed three -> one`',
    e('one\n  removed three -> one // rows move\n  two'),
    e('one\n  two'),
    past(e('one\n  two')),
  ],
  ['MIG116', 'Remove `was uno`', e('one was uno\n  two'), e('one\n  two'), past(e('one\n  two'))],
  [
    'MIG116',
    'Remove `backfill 1`',
    t('id int primary\n  a  int backfill 1'),
    t('id int primary\n  a  int'),
    past(t('id int primary\n  a int')),
  ],
  [
    'MIG116',
    'Remove `convert cast(a as int)`',
    t('id int primary\n  a  int convert `cast(a as int)` revert `cast(a as text)`'),
    t('id int primary\n  a  int'),
    past(t('id int primary\n  a int')),
  ],
  ['MIG116', 'Remove `dropped b`', t('a int\n\n  dropped b'), t('a int'), past(t('a int'))],
  ['MIG116', 'Remove `dropped table u`', `\n/// Gone.\ndropped table u\n${t('a int')}`, t('a int'), past(t('a int'))],
  [
    'MIG116',
    'Remove all 2 spent hints of this file',
    t('id int primary was no\n  a  int backfill 1'),
    t('id int primary\n  a  int'),
    { past: t('id int primary\n  a int') },
  ],
  [
    'MIG116',
    'Remove `was j`',
    t('a int\n\n  index i (a) was j'),
    t('a int\n\n  index i (a)'),
    past(t('a int\n\n  index i (a)')),
  ],
]
