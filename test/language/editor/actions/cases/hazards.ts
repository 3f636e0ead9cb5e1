import type { FixCase } from '../fix-case.ts'

const t = (lines: string) => `\ntable t {\n  ${lines}\n}\n`
const e = (values: string) => `\nenum e {\n  ${values}\n}\n\ntable t {\n  id int primary\n  a  e\n}\n`
const past = (...texts: readonly string[]) => ({ past: texts })

const composite = (fields: string) =>
  `\ncomposite place only postgres {\n  ${fields}\n}\n\ntable t {\n  id int primary\n}\n`
const MAIL = t('id   int primary\n  mail text?')
const EMAIL = t('id    int primary\n  email text?')
const TWO = t('id int primary\n  b  text?\n  a  text?')
const NOW = t('id  int primary\n  new text?')

const postgres = (text: string) => `project p {\n  targets postgres 14\n}\n${text}`
const OWN = `${t('a int primary\n\n  row security')}\n`
const DIVIDED = postgres('\ntable t partition by range (a) {\n  a int\n}\n\npartition t1 of t default\n')

export const HAZARD_FIXES: readonly FixCase[] = [
  [
    'MIG201',
    'Add `was mail` to email: it keeps its values',
    EMAIL,
    EMAIL.replace('text?', 'text? was mail'),
    past(MAIL),
  ],
  [
    'MIG201',
    'Really drop t.mail: `dropped mail`',
    EMAIL,
    EMAIL.replace('text?\n', 'text?\n\n  dropped mail\n'),
    past(MAIL),
  ],
  ['MIG201', 'Add `was b` to new: it keeps its values', NOW, NOW.replace('text?', 'text? was b'), past(TWO)],
  [
    'MIG201',
    'Add `was text` to new: it keeps its values',
    t('id  int primary\n  new text?'),
    t('id  int primary\n  new text? was text'),
    past(t('id int primary\n  text text?')),
  ],
  [
    'MIG201',
    'Really drop t.text: `dropped "text"`',
    t('id  int primary\n  new text?'),
    t('id  int primary\n  new text?\n\n  dropped "text"'),
    past(t('id int primary\n  text text?')),
  ],
  [
    'MIG218',
    'Add `was street` to road: it keeps its values',
    composite('road text'),
    composite('road text was street'),
    past(composite('street text')),
  ],
  [
    'MIG218',
    'Really drop place.street: `dropped street`',
    composite('road text'),
    composite('road text\n\n  dropped street'),
    past(composite('street text')),
  ],
  [
    'MIG202',
    'Add `was t` to users',
    '\n/// People.\ntable users strict {\n  id   int primary\n  mail text?\n}\n',
    '\n/// People.\ntable users strict was t {\n  id   int primary\n  mail text?\n}\n',
    past(MAIL.replace('table t', 'table t strict')),
  ],
  [
    'MIG202',
    'Really drop t: `dropped table t`',
    '\n/// People.\ntable users {\n  id   int primary\n  mail text?\n}\n',
    '\ndropped table t\n\n/// People.\ntable users {\n  id   int primary\n  mail text?\n}\n',
    past(MAIL),
  ],
  [
    'MIG203',
    'Add `was e` to f',
    '\nenum f {\n  one\n  two\n}\n\ntable t {\n  id int primary\n  a  f\n}\n',
    '\nenum f was e {\n  one\n  two\n}\n\ntable t {\n  id int primary\n  a  f\n}\n',
    past(e('one\n  two')),
  ],
  [
    'MIG203',
    'Really drop e: `dropped enum e`',
    '\nenum f {\n  one\n  two\n}\n\ntable t {\n  id int primary\n  a  f convert `a`\n}\n',
    '\ndropped enum e\n\nenum f {\n  one\n  two\n}\n\ntable t {\n  id int primary\n  a  f convert `a`\n}\n',
    past(e('one\n  two')),
  ],
  [
    'MIG204',
    'Add `backfill 0` for the rows that are there',
    t('id int primary\n  n  int'),
    t('id int primary\n  n  int backfill 0'),
    past(t('id int primary')),
  ],
  ['MIG204', 'Let n be null', t('id int primary\n  n  int'), t('id int primary\n  n  int?'), past(t('id int primary'))],
  [
    'MIG204',
    'Add `default 0`',
    t('id int primary\n  n  int'),
    t('id int primary\n  n  int default 0'),
    past(t('id int primary')),
  ],
  [
    'MIG204',
    'Add `backfill one` for the rows that are there',
    e('one'),
    e('one').replace('a  e', 'a  e backfill one'),
    past('\nenum e {\n  one\n}\n\ntable t {\n  id int primary\n}\n'),
  ],
  [
    'MIG205',
    "Add `backfill ''` for the rows that are there",
    MAIL.replace('?', ' unique').replace(' unique', ''),
    MAIL.replace('?', " backfill ''"),
    past(MAIL),
  ],
  ['MIG205', 'Let mail be null', MAIL.replace('?', ' unique'), MAIL.replace('?', '? unique'), past(MAIL)],
  [
    'MIG206',
    'It is renamed: `tree was three`',
    e('one\n  two\n  tree'),
    e('one\n  two\n  tree was three'),
    past(e('one\n  two\n  three')),
  ],
  [
    'MIG206',
    'Move its rows: `removed three -> tree`',
    e('one\n  two\n  tree'),
    e('one\n  two\n  tree\n  removed three -> tree'),
    past(e('one\n  two\n  three')),
  ],
  [
    'MIG207',
    'Move its rows: `removed two -> one`',
    e('one\n  three'),
    e('one\n  three\n  removed two -> one'),
    past(e('one\n  two\n  three')),
  ],
  [
    'MIG207',
    'No row has it: `removed two`',
    e('one\n  three'),
    e('one\n  three\n  removed two'),
    past(e('one\n  two\n  three')),
  ],
  ['MIG207', 'Put `two` back', e('one\n  three'), e('one\n  two\n  three'), past(e('one\n  two\n  three'))],
  ['MIG207', 'Put `one` back', e('two\n  three'), e('one\n  two\n  three'), past(e('one\n  two\n  three'))],
  [
    'MIG208',
    'Add `convert` and `revert`, to begin with',
    t('id int primary\n  a  int'),
    t('id int primary\n  a  int convert `cast(a as integer)` revert `cast(a as text)`'),
    past(t('id int primary\n  a text')),
  ],
  [
    'MIG210',
    'Say that the drop is meant: `dropped table t`',
    '\ntable u {\n  b int\n}\n',
    '\ndropped table t\n\ntable u {\n  b int\n}\n',
    past(`${MAIL}\ntable u {\n  b int\n}\n`),
  ],
  [
    'MIG211',
    'Really drop t.mail: `dropped mail`',
    t('id int primary'),
    t('id int primary\n\n  dropped mail'),
    past(MAIL),
  ],
  [
    'MIG211',
    'Put it back: `mail text? unique`',
    t('id int primary\n  x  int'),
    t('id   int primary\n  mail text? unique\n  x    int'),
    past(t('id   int primary\n  mail text? unique\n  x    int')),
  ],
  ['MIG211', 'Put it back: `mail text?`', t('x int'), t('mail text?\n  x    int'), past(t('mail text?\n  x    int'))],
  [
    'MIG210',
    'Put the table back',
    '\ntable u {\n  b int\n}\n',
    `\ntable u {\n  b int\n}\n${MAIL}`,
    past(`${MAIL}\ntable u {\n  b int\n}\n`),
  ],
  [
    'MIG215',
    'Leave it: `extension citext only postgres`',
    t('a int'),
    '\nextension citext only postgres\n\ntable t {\n  a int\n}\n',
    past(`\nextension citext only postgres\n${t('a int')}`),
  ],
  [
    'MIG234',
    'Add `revert` with an expression to begin with',
    t('id int primary\n  a  int convert `1`'),
    t('id int primary\n  a  int convert `1` revert `cast(a as uuid)`'),
    past(t('id int primary\n  a uuid')),
  ],
  [
    'MIG209',
    'Write another `convert` and `revert`, to begin with',
    t('id int primary\n  a  int convert `cast(a as text)` revert `a is null`'),
    t('id int primary\n  a  int convert `cast(a as integer)` revert `cast(a as text)`'),
    past(t('id int primary\n  a  bool'), t('id int primary\n  a  text convert `cast(a as text)` revert `a is null`')),
  ],
  [
    'MIG209',
    'Remove `convert`: values turn by themselves',
    t('id int primary\n  a  int convert `cast(a as text)` revert `a is null`'),
    t('id int primary\n  a  int'),
    {
      ...past(
        t('id int primary\n  a  bool'),
        t('id int primary\n  a  text convert `cast(a as text)` revert `a is null`'),
      ),
      beside: ['MIG208'],
    },
  ],
  [
    'MIG212',
    'Cut what is longer: `convert` with `substr(a, 1, 20)`',
    t('id int primary\n  a  varchar(20)'),
    t('id int primary\n  a  varchar(20) convert `substr(a, 1, 20)`'),
    past(t('id int primary\n  a varchar(60)')),
  ],
  [
    'MIG212',
    'Cut what is longer: `convert` with `substr(a, 1, 20)`',
    t('id int primary\n  a  varchar(20)'),
    t('id int primary\n  a  varchar(20) convert `substr(a, 1, 20)`'),
    past(t('id int primary\n  a text')),
  ],
  [
    'MIG230',
    "Say what rows get when it comes back: `backfill ''`",
    t('id int primary'),
    t("id int primary\n\n  dropped code backfill ''"),
    past(t('id int primary\n  code text unique')),
  ],
  [
    'MIG235',
    'Say what rows get when it comes back: `backfill 0`',
    t('id int primary\n\n  dropped n'),
    t('id int primary\n\n  dropped n backfill 0'),
    past(t('id int primary\n  n int check `n > 0`')),
  ],
  [
    'MIG201',
    'Really drop t.mail: `dropped mail`',
    '\ntable t { email text? }\n',
    '\ntable t { email text?\n  dropped mail\n}\n',
    past('\ntable t {\n  mail text?\n}\n'),
  ],
  [
    'MIG207',
    'No row has it: `removed two`',
    e('one\n  three').replaceAll('\n', '\r\n'),
    e('one\n  three\n  removed two').replaceAll('\n', '\r\n'),
    past(e('one\n  two\n  three')),
  ],
  [
    'MIG201',
    'Add `was mail` to email: it keeps its values',
    'project p {\n  targets postgres 14\n  default_schema app\n}\n\nschema app\n\ntable t {\n  id    int primary\n  email text?\n}\n',
    'project p {\n  targets postgres 14\n  default_schema app\n}\n\nschema app\n\ntable t {\n  id    int primary\n  email text? was mail\n}\n',
    past(
      'project p {\n  targets postgres 14\n  default_schema app\n}\n\nschema app\n\ntable t {\n  id   int primary\n  mail text?\n}\n',
    ),
  ],
  [
    'MIG202',
    'Really drop t: `dropped table t`',
    'project p {\n  targets postgres 14\n  default_schema app\n}\n\nschema app\n\ntable u {\n  id   int primary\n  mail text?\n}\n',
    'project p {\n  targets postgres 14\n  default_schema app\n}\n\nschema app\n\ndropped table t\n\ntable u {\n  id   int primary\n  mail text?\n}\n',
    past(
      'project p {\n  targets postgres 14\n  default_schema app\n}\n\nschema app\n\ntable t {\n  id   int primary\n  mail text?\n}\n',
    ),
  ],
  [
    'MIG221',
    'Add `not valid`: rows that are there stay as they are',
    postgres(t('a int primary check positive `a > 0`')),
    postgres(t('a int primary check positive `a > 0` not valid')),
    past(postgres(t('a int primary'))),
  ],
  [
    'MIG222',
    'Add `not valid`: rows that are there stay as they are',
    postgres(t('a int primary\n  b int -> t')),
    postgres(t('a int primary\n  b int -> t not valid')),
    past(postgres(t('a int primary\n  b int'))),
  ],
  [
    'MIG222',
    'Add `not valid`: rows that are there stay as they are',
    postgres(t('a int primary\n  b int\n\n  foreign (b) -> t (a) on delete cascade')),
    postgres(t('a int primary\n  b int\n\n  foreign (b) -> t (a) not valid on delete cascade')),
    past(postgres(t('a int primary\n  b int'))),
  ],
  ['MIG237', 'Leave it `int`', DIVIDED.replace('a int', 'a bigint'), DIVIDED, past(DIVIDED)],
  [
    'MIG250',
    'Put it back: `grant select on t to clerk`',
    postgres(`${OWN}grant update on t to porter\n`),
    postgres(`${OWN}grant update on t to porter\ngrant select on t to clerk\n`),
    past(postgres(`${OWN}grant update on t to porter\ngrant select on t to clerk\n`)),
  ],
  [
    'MIG251',
    'Keep `row security`',
    postgres(t('a int primary')),
    postgres(t('a int primary\n\n  row security')),
    past(postgres(OWN)),
  ],
  [
    'MIG252',
    'Say that the drop is meant: `dropped policy p on t`',
    postgres(OWN),
    postgres(`\ndropped policy p on t\n${OWN}`),
    past(postgres(`${OWN}policy p on t using \`a > 0\`\n`)),
  ],
]
