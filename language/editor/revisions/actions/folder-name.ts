import { dirname, join } from 'node:path'
import { RenameFile } from 'vscode-languageserver-types'
import { folderName } from '../../../../compiler/revisions/identity.ts'
import type { Diagnostic } from '../../../diagnostic.ts'
import { uriOf } from '../../lsp-places.ts'
import { readRevisions, revisionsOf } from '../known-revisions.ts'
import type { RevisionActor, RevisionRemedy } from './revision-remedy.ts'

/** The folder of a revision gets the revision's name. */
export function otherFolderName(actor: RevisionActor, { file }: Diagnostic): readonly RevisionRemedy[] {
  const path = actor.loaded().project.migrations
  const { heads } = revisionsOf(readRevisions(path, actor.openText), path)
  const own = [...heads.values()].find(one => one.file === file)?.head
  if (own === undefined) return []
  const name = folderName(own)
  const to = join(dirname(dirname(file)), name)
  const changes = [RenameFile.create(uriOf(dirname(file)), uriOf(to))]
  return [{ title: `Rename the folder to ${name}`, changes, preferred: true }]
}
