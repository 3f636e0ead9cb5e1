import type { Dialect } from '../dialect.ts'
import { inspect } from './inspect.ts'
import { project } from './project.ts'
import { render } from './render.ts'
import { spell } from './types.ts'

/** Postgres, from 13 to 18. */
export const postgres: Dialect = { name: 'postgres', spell, project, render, inspect }
