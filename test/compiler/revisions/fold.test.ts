import { describe, expect, it } from 'vitest'
import { MigError } from '../../../compiler/failure.ts'
import { type FoldedRevision, schemaAt } from '../../../compiler/revisions/fold.ts'
import { loadGraph } from '../../../compiler/revisions/graph.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { column, nullable, qname, schema, table } from '../../build.ts'
import { revision } from './revision.ts'

const users = table('users', [column('id', 'int')])
const createUsers: Step = { kind: 'create table', table: users }
const addName: Step = { kind: 'add column', table: qname('users'), column: nullable('name') }
const addAge: Step = { kind: 'add column', table: qname('users'), column: nullable('age', 'int') }

function folded(...revisions: readonly FoldedRevision[]) {
  const graph = loadGraph(revisions.map(one => one.revision))
  const stored = new Map(revisions.map(one => [one.revision.id, one]))
  return (...heads: readonly string[]) => schemaAt(graph, stored, heads)
}

describe('the schema at a revision', () => {
  const at = folded(
    { revision: revision('a', [], [createUsers]) },
    { revision: revision('b', ['a'], [addName]) },
    { revision: revision('c', ['a'], [addAge]) },
    { revision: revision('d', ['b', 'c'], []) },
  )

  it('is the fold of the steps of its ancestors', () => {
    expect(at()).toEqual(schema())
    expect(at('a')).toEqual(schema(users))
    expect(at('b')).toEqual(schema(table('users', [column('id', 'int'), nullable('name')])))
    expect(at('c')).toEqual(schema(table('users', [column('id', 'int'), nullable('age', 'int')])))
  })

  it('holds both sides of a merge, and of two heads', () => {
    const names = (...heads: readonly string[]) =>
      at(...heads)
        .tables.get('users')!
        .columns.map(one => one.name)
        .sort()
    expect(names('d')).toEqual(['age', 'id', 'name'])
    expect(names('b', 'c')).toEqual(['age', 'id', 'name'])
  })

  it('names the revision, the file and the step that no longer fits', () => {
    const broken = folded(
      { revision: revision('a', [], [createUsers]) },
      { revision: revision('b', ['a'], [addName, addName]), file: 'migrations/x/revision.mig', stepLines: [4, 5] },
    )
    let error: unknown
    try {
      broken('b')
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(MigError)
    expect((error as MigError).message).toMatch(
      /^Step 2 of revision b \(migrations\/x\/revision\.mig:5\) does not fit /,
    )
    expect((error as MigError).facts).toMatchObject({
      revision: 'b',
      step: 2,
      file: 'migrations/x/revision.mig',
      line: 5,
    })
  })
})
