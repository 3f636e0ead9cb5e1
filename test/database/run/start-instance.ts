import { current, type RunRequest, upgrade } from '../../../run.ts'

/** An application that upgrades itself at its start: arguments are the database and the migrations folder. */
const [database, migrations] = process.argv.slice(2) as [string, string]
const request: RunRequest = { database, migrations, by: `instance ${process.pid}` }
const { ran } = await upgrade(request)
const { current: at } = await current(request)
process.stdout.write(JSON.stringify({ ran: ran.map(({ id }) => id), at }))
