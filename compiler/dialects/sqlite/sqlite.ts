import type { Dialect } from '../dialect.ts'
import { inspect } from './inspect.ts'
import { project } from './project.ts'
import { render } from './render.ts'
import { spell } from './types.ts'

/** SQLite from 3.35 on. */
export const sqlite: Dialect = { name: 'sqlite', spell, project, render, inspect }
