/** The words of SQLite that a bracket may follow. Written by scripts/known-functions.ts. */
export const SQLITE_WORDS = `
all and as
between by
case cast check collate conflict
default distinct
else escape except exists
filter from
group
having
in indexed insert intersect into is isnull
key
limit
materialized
not notnull nulls
of offset on or order over
partition primary
raise recursive references returning
select set
table then
union unique update using
values
when where window with
`
