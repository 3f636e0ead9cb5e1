import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scratchOn } from '../../database/verify/scratch.ts'
import type { Verified } from '../../database/verify/verified.ts'
import { verifyRevisions } from '../../database/verify/verify-revisions.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { type Made, madeHistory } from './made-history.ts'
import { USERS } from './users-and-posts.ts'

const ENGINES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['sqlite', () => sqliteEngine('file')],
]

describe.each(ENGINES)('rows that revisions need on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  beforeEach(() => engine.fresh())
  afterAll(() => engine.close())

  async function verified(made: readonly Made[]): Promise<Verified> {
    const { dialect, query, exec } = engine
    const scratch = await scratchOn({ dialect, query, exec, close: async () => {} }, 'scratch')
    const result = await verifyRevisions({ ...madeHistory(...made), scratch })
    await scratch.close()
    return result
  }

  const brief = ({ problems }: Verified) =>
    problems.map(({ revision, code, severity }) => `${revision} ${severity} ${code}`)
  const messages = ({ problems }: Verified) => problems.map(({ message }) => message).join('\n')

  test('a value for old rows that the new check refuses is a warning: no row gets through', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('table posts', 'table articles was posts').replace(
          'title   text\n',
          'title   text\n  stars   int backfill 0 check `stars between 1 and 5`\n',
        ),
      },
    ])
    expect(brief(result)).toEqual(['two warning MIG524'])
    expect(messages(result)).toMatch(/^Going up needs that there are no rows in posts: .*stars_check/)
    expect(result.problems[0]!.remedy).toMatch(/not even a plain one\. Unless posts is empty wherever this runs, mend/)
  })

  test('what a table without rows needs is said by what keeps them out', async () => {
    const refuse = `function refuse() returns trigger language plpgsql only postgres = \`begin raise exception 'closed'; end\`
trigger closed_refuse on closed {
  postgres \`before insert for each row execute function refuse()\`
  sqlite \`before insert begin select raise(abort, 'closed'); end\`
}
`
    const tables = (column: string) => `table never {
  id int primary check \`id > 5 and id < 3\`
${column}}
table child {
  id       int primary
  never_id int -> never
}
table closed {
  id int primary
}
${refuse}`
    const result = await verified([
      { id: 'one', schema: tables('') },
      { id: 'two', schema: tables('  note text?\n') },
    ])
    expect(brief(result)).toEqual(['two note MIG526', 'two note MIG526', 'two note MIG526'])
    expect(
      result.problems.map(({ message, remedy }) => [/rows could be made for (\w+)/.exec(message)![1], remedy]),
    ).toEqual([
      ['never', expect.stringMatching(/^Say in the check or the bound itself what is allowed/)],
      ['child', expect.stringMatching(/^Once never has rows, this table gets some, too;/)],
      ['closed', expect.stringMatching(/^Let the trigger or the rule pass rows/)],
    ])
  })

  test('a routine that no row gets through since it is broken is a warning, with the routine', async () => {
    if (engine.dialect !== 'postgres') return
    const schema = `function look() returns trigger language plpgsql only postgres = \`
  begin
    perform * from nowhere;
    return new;
  end
\`
table closed only postgres {
  id int primary
}
trigger closed_look on closed only postgres = \`before insert for each row execute function look()\`
`
    const result = await verified([
      { id: 'one', schema },
      { id: 'two', schema: schema.replace('  id int primary\n', '  id int primary\n  n int?\n') },
    ])
    expect(brief(result)).toEqual(['two warning MIG526'])
    expect(result.problems[0]).toMatchObject({
      message: expect.stringContaining('nowhere'),
      remedy: expect.stringMatching(/^Mend the routine:/),
      refused: { running: { routine: 'look()' }, state: '42P01' },
    })
  })
})
