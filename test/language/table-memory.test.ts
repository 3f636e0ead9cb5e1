import { expect, test } from 'vitest'
import { ProjectReader } from '../../language/editor/project-reader.ts'
import type { Loaded } from '../../language/load.ts'

const HEAD = "import './types.mig'\nproject p {\n  targets postgres 15\n}\n"
const USERS = `${HEAD}
table t {
  id   int primary
  a    amount default 1
  b    amount? = \`a + 1\` stored
  c    place?
  d    span?
  row security
  policy own for select using \`a > 0\`
  index (a)
}

table log partition by range (id) {
  id int
}

partition log_one of log values from (1) to (2)
`

/** Texts of the types that the tables use, one after the other. */
const TYPES: readonly string[] = [
  'domain amount = int\ncomposite place {\n  x int\n}\nrange span = int\n',
  "domain amount = text default 'x'\ncomposite place {\n  x int\n}\nrange span = int\n",
  'domain amount = bigint not null\ncomposite place {\n  y text\n}\nrange span = bigint\n',
  'enum amount {\n  few\n  many\n}\ncomposite place {\n  y text\n}\nrange span = bigint\n',
  'type amount = int\ncomposite place {\n  y text\n}\ndomain span = int\n',
  'domain amount = int\ncomposite place {\n  x int\n}\n',
]

test('a table that was read before says what it says when it is read anew, whatever its types became', () => {
  const reader = new ProjectReader()
  for (const types of TYPES) {
    const read = (path: string) => (path.endsWith('types.mig') ? types : USERS)
    const known = reader.read('/project/main.mig', read)
    expect(seen(known)).toEqual(seen(new ProjectReader().read('/project/main.mig', read)))
    expect(seen(reader.read('/project/main.mig', read))).toEqual(seen(known))
  }
})

function seen({ schema, hints, diagnostics }: Loaded) {
  return { schema, hints, diagnostics }
}
