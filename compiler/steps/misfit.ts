import { MigError } from '../failure.ts'

/** A step that cannot be applied because the schema before it is not what the step says. */
export function misfit(message: string, object: string): MigError {
  return new MigError({
    code: 'MIG310',
    message,
    remedy:
      'The revision or one of its ancestors was edited by hand; restore it from version control and run `mig check`.',
    facts: { object },
    exit: 1,
  })
}

/** Throws unless `holds`. */
export function expect(holds: boolean, message: string, object: string): asserts holds {
  if (!holds) throw misfit(message, object)
}
