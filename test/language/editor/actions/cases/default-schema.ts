import type { FixCase } from '../fix-case.ts'

const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n  default_schema conf\n}\n'
const SCHEMA = '\nschema conf only postgres\n'
const EVENTS = '\ntable events {\n  id int primary\n}\n'
const text = (...parts: readonly string[]) => HEAD + SCHEMA + parts.join('')
const visits = (target: string) => `\ntable visits {\n  id int primary\n  at int -> ${target} index\n}\n`
const sure = { sure: true } as const
const COUPONS = '\n/// What is given away.\ntable coupons {\n  id      int primary\n  percent int\n  code    text\n}\n'
const VOUCHERS = COUPONS.replace('coupons', 'vouchers')
const head = (line: string) => HEAD.replace('}\n', `}\n\n${line}\n`) + SCHEMA

/** What stands in the default schema is written as everybody writes it there: without a schema. */
export const DEFAULT_SCHEMA_FIXES: readonly FixCase[] = [
  ['MIG122', 'Change to `events`', text(EVENTS, visits('evnts')), text(EVENTS, visits('events')), sure],
  ['MIG122', 'Change to `conf.events`', text(EVENTS, visits('conf.evnts')), text(EVENTS, visits('conf.events')), sure],
  [
    'MIG122',
    'Declare a table `places`',
    text(visits('places')),
    text(visits('places'), '\ntable places {\n  id int identity primary\n}\n'),
  ],
  [
    'MIG122',
    "Import './events.mig', which declares it",
    text(visits('events')),
    head("import './events.mig'") + visits('events'),
    { sure: true, around: { '/project/events.mig': EVENTS } },
  ],
  [
    'MIG112',
    'Import `rooms` from a.mig',
    {
      'schema.mig': `${head("import { events } from './a.mig'")}${visits('rooms')}`,
      'a.mig': EVENTS + EVENTS.replace('events', 'rooms'),
    },
    {
      'schema.mig': `${head("import { events, rooms } from './a.mig'")}${visits('rooms')}`,
      'a.mig': EVENTS + EVENTS.replace('events', 'rooms'),
    },
    sure,
  ],
  [
    'MIG202',
    'Add `was vouchers` to coupons',
    text(COUPONS),
    text(COUPONS.replace('coupons', 'coupons was vouchers')),
    { past: text(VOUCHERS) },
  ],
  [
    'MIG202',
    'Really drop vouchers: `dropped table vouchers`',
    text(COUPONS),
    text('\ndropped table vouchers\n', COUPONS),
    { past: text(VOUCHERS) },
  ],
  [
    'MIG210',
    'Say that the drop is meant: `dropped table vouchers`',
    text(EVENTS),
    text('\ndropped table vouchers\n', EVENTS),
    { past: text(EVENTS, VOUCHERS) },
  ],
  [
    'MIG211',
    'Really drop events.title: `dropped title`',
    text(EVENTS),
    text('\ntable events {\n  id int primary\n\n  dropped title\n}\n'),
    { past: text('\ntable events {\n  id    int primary\n  title text\n}\n') },
  ],
]
