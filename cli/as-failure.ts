import { MigError } from '../compiler/failure.ts'

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'the system does not allow it',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
}

const WHAT: Readonly<Record<string, string>> = {
  mkdir: 'make the folder',
  mkdtemp: 'make a folder in',
  open: 'open',
  read: 'read',
  rename: 'move',
  rmdir: 'remove',
  scandir: 'list',
  stat: 'look at',
  unlink: 'remove',
  write: 'write',
}

/** Whatever was thrown, as a failure with a code: file system errors say what and why, anything else is a bug of Mig. */
export function asFailure(error: unknown): MigError {
  if (error instanceof MigError) return error
  if (isFileError(error)) return fileFailure(error)
  const message = error instanceof Error ? error.message : String(error)
  return new MigError({
    code: 'MIG400',
    message: `Mig has a bug: ${message.split('\n')[0]}`,
    remedy: 'Please report it with the output of the same command under MIG_DEBUG=1.',
    exit: 3,
  })
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}

function fileFailure(error: NodeJS.ErrnoException): MigError {
  const path = error.path ?? ''
  const what = WHAT[error.syscall ?? ''] ?? 'use'
  return new MigError({
    code: 'MIG410',
    message: `Cannot ${what} '${path}': ${WHY[error.code!] ?? error.code}.`,
    remedy: 'Nothing was written half: mend the path or its permissions and run the command again.',
    facts: { path, cause: error.code },
    exit: 3,
  })
}
