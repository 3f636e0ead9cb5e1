import type { Chapter } from '../demo/chapter.ts'

/** The story of the workout app: the scenarios in their order, one revision each. */
export const CHAPTERS: readonly Chapter[] = [
  {
    name: '01-first-tables',
    message: 'create users and workouts tables',
    created: '2026-01-05T05:30:00Z',
    about: 'The first revision: two tables, and columns that they share from a mixin of another file.',
  },
  {
    name: '02-avatar',
    message: 'add avatar_url to users',
    created: '2026-01-06T05:30:00Z',
    about: 'A new column that may be null: nothing else to say.',
    watch: { table: 'users', by: 'username', after: 'avatar_url' },
  },
  {
    name: '03-exercise-logs',
    message: 'add exercise_logs table with foreign key to workouts',
    created: '2026-01-07T05:30:00Z',
    about: 'A new table with a foreign key and its index. Going down drops the table before what it points to.',
  },
  {
    name: '04-rename-reps',
    message: 'rename reps_count to total_reps',
    created: '2026-01-08T05:30:00Z',
    about: 'A renamed column keeps its data: `was` says what the comparison cannot know.',
    watch: { table: 'workouts', by: 'title', before: 'reps_count', after: 'total_reps' },
  },
  {
    name: '05-status',
    message: 'add workout status enum',
    created: '2026-01-09T05:30:00Z',
    about: 'An enum and a column of it. Rows that are there get the default.',
    watch: { table: 'workouts', by: 'title', after: 'status' },
  },
  {
    name: '06-paused',
    message: 'add paused to workout status',
    created: '2026-01-12T05:30:00Z',
    about: 'A value added in the middle of an enum, where it sorts.',
    watch: { table: 'workouts', by: 'title', before: 'status', after: 'status' },
  },
  {
    name: '07-done',
    message: 'rename completed to done',
    created: '2026-01-13T05:30:00Z',
    about: 'A renamed value: every row that holds it follows, and so does the default.',
    watch: { table: 'workouts', by: 'title', before: 'status', after: 'status' },
  },
  {
    name: '08-no-pause',
    message: 'remove paused from workout status',
    created: '2026-01-14T05:30:00Z',
    about:
      'A removed value: the arrow says what its rows become. Which rows they were is not kept, and both files say so.',
    watch: { table: 'workouts', by: 'title', before: 'status', after: 'status' },
  },
  {
    name: '09-by-date',
    message: 'add index on workouts created_at',
    created: '2026-01-15T05:30:00Z',
    about: 'An index.',
  },
  {
    name: '10-exercises',
    message: 'add exercises table',
    created: '2026-01-16T05:30:00Z',
    about: 'A second enum and its table.',
  },
  {
    name: '11-seed-exercises',
    message: 'seed default exercises',
    created: '2026-01-19T05:30:00Z',
    about: 'Rows by hand: a step with SQL for both directions. A row that was there stays.',
    watch: { table: 'exercises', by: 'name', before: 'difficulty', after: 'difficulty' },
  },
  {
    name: '12-phone',
    message: 'add phone to users',
    created: '2026-01-20T05:30:00Z',
    about:
      'A column that must not be null on a table with rows: `backfill` says what they get. It never becomes the default.',
    watch: { table: 'users', by: 'username', after: 'phone' },
  },
]
