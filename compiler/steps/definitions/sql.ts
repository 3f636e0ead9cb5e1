import type { StepDefinitions } from '../definition.ts'

export const sqlSteps: StepDefinitions<'sql'> = {
  sql: {
    apply() {},
    invert: step => ({ ...step, up: step.down, down: step.up }),
    describe: ({ name }) => `sql '${name.replaceAll("'", "''")}'`,
  },
}
