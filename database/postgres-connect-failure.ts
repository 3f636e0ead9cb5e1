import { MigError } from '../compiler/failure.ts'
import { redactUrl } from './redact-url.ts'

interface ConnectError extends Error {
  readonly code?: string
}

interface Reason {
  readonly code: `MIG53${number}`
  readonly message: string
  readonly remedy: string
}

const UNKNOWN_HOST =
  'Check the host for a mistyped letter, and whether this machine can resolve it: a name that one container knows another may not.'
const NOT_LISTENING =
  'Start the server, or check the host and the port. In a container localhost is the container itself.'
const NO_ANSWER =
  'Check the network between: a firewall, a VPN, an address list at the provider. connect_timeout=SECONDS in the URL waits longer.'
const ACCESS =
  'Check the user and the password in the URL; signs such as @ : / # % are percent-encoded there. Without one, PGPASSWORD and ~/.pgpass are asked.'
const NO_TLS = 'Leave out sslmode if the way to the server is safe, or switch on ssl in its postgresql.conf.'
const NEEDS_TLS = 'Add ?sslmode=require to the URL, or allow the connection in the pg_hba.conf of the server.'
const CERTIFICATE =
  'Name the certificate that signed it with sslrootcert=FILE in the URL; sslmode=no-verify encrypts without checking it.'
const LATER = 'Wait and run the command again.'

/** What is wrong when a Postgres server cannot be reached or does not let us in. The URL is printed without its password. */
export function postgresConnectFailure(error: ConnectError, url: string): MigError {
  const { code, message, remedy } = reasonOf(innermost(error))
  const database = redactUrl(url)
  const cause = innermost(error).code
  const facts = { database, ...(cause === undefined ? {} : { cause }) }
  return new MigError({ code, message: `Cannot connect to ${database}: ${message}.`, remedy, facts })
}

/** Whether the server was asked for TLS and has none. */
export function offersNoTls({ message }: Error): boolean {
  return message.includes('server does not support SSL')
}

/** When a host has several addresses, the driver gives an error for each. */
function innermost(error: ConnectError): ConnectError {
  return error instanceof AggregateError && error.errors.length > 0 ? innermost(error.errors[0]) : error
}

function reasonOf(error: ConnectError): Reason {
  const { code = '', message } = error
  return networkReason(code) ?? serverReason(code, message) ?? tlsReason(error) ?? silentReason(message)
}

function networkReason(code: string): Reason | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'MIG530', message: 'the host is not known', remedy: UNKNOWN_HOST }
    case 'ECONNREFUSED':
    case 'ENOENT':
      return { code: 'MIG531', message: 'no server listens there', remedy: NOT_LISTENING }
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { code: 'MIG532', message: 'the server cannot be reached', remedy: NO_ANSWER }
    default:
      return undefined
  }
}

/** By SQLSTATE ("PostgreSQL Error Codes"). */
function serverReason(code: string, said: string): Reason | undefined {
  switch (code) {
    case '28P01':
      return { code: 'MIG533', message: said, remedy: ACCESS }
    case '28000':
      if (/SSL off|no encryption/.test(said)) return { code: 'MIG535', message: said, remedy: NEEDS_TLS }
      return { code: 'MIG533', message: said, remedy: ACCESS }
    case '42501':
      return {
        code: 'MIG533',
        message: said,
        remedy: 'Grant connect on the database to the user, or take another one.',
      }
    case '3D000':
      return {
        code: 'MIG534',
        message: said,
        remedy: 'Make it first, with createdb or create database, or check its name in the URL.',
      }
    case '53300':
      return {
        code: 'MIG536',
        message: said,
        remedy: 'Close sessions that nobody needs (select * from pg_stat_activity), or run the command again later.',
      }
    case '57P03':
      return { code: 'MIG536', message: said, remedy: LATER }
    default:
      return /^[0-9A-Z]{5}$/.test(code) ? { code: 'MIG539', message: said, remedy: LATER } : undefined
  }
}

function tlsReason(error: ConnectError): Reason | undefined {
  const { code = '' } = error
  if (offersNoTls(error)) return { code: 'MIG535', message: 'it offers no TLS', remedy: NO_TLS }
  if (/CERT|SIGNED|LEAF_SIGNATURE|ALTNAME/.test(code))
    return { code: 'MIG535', message: `its certificate is not trusted (${code})`, remedy: CERTIFICATE }
  if (/SSL|TLS/.test(code)) return { code: 'MIG535', message: `the two agree on no TLS (${code})`, remedy: NO_TLS }
  return undefined
}

function silentReason(said: string): Reason {
  if (/timeout expired/.test(said)) return { code: 'MIG532', message: 'the server does not answer', remedy: NO_ANSWER }
  if (/password must be a|SASL/.test(said))
    return { code: 'MIG533', message: 'the server asks for a password, and there is none', remedy: ACCESS }
  return { code: 'MIG539', message: said, remedy: 'Check that a Postgres server listens there, and see its log.' }
}
