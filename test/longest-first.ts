import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The test files that take longest, the longest first. */
const LONGEST = [
  'test/cases/cases.test.ts',
  'test/cli/transcripts.test.ts',
  'test/database/drift/drift.test.ts',
  'test/database/drift/cases.test.ts',
  'test/ladders/postgres.test.ts',
  'test/laws/engine-laws.test.ts',
  'test/database/drift/check-database.test.ts',
  'test/laws/merge-laws.test.ts',
  'test/examples/demo.test.ts',
  'test/examples/library.test.ts',
  'test/database/run/kill.test.ts',
]

/** Starts the longest files first, so that no worker is left with one of them at the end; a clean checkout knows no durations. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex(path => moduleId.endsWith(`/${path}`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
