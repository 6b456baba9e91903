import { createHash } from 'node:crypto'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'

/** An attached file as it is sent. */
export interface KeptMailAttachment {
  readonly fileName: string
  readonly mediaType: string
  /** Of the bytes, as hexadecimal digits. */
  readonly sha256: string
  readonly bytes: Buffer
}

/** One file of a mail, or null. @throws Error when the bytes are no longer those that were queued. */
export async function readMailAttachment({ db }: Deps, mailId: OutgoingMailId, sequence: number): Promise<KeptMailAttachment | null> {
  const { rows } = await db.pool.query<KeptMailAttachment>(
    `SELECT file_name AS "fileName", media_type AS "mediaType", encode(sha256, 'hex') AS sha256, bytes FROM outgoing_mail_attachment WHERE mail_id = $1 AND sequence = $2`,
    [mailId, sequence],
  )
  const [file] = rows
  if (file === undefined) return null
  if (createHash('sha256').update(file.bytes).digest('hex') !== file.sha256) throw new Error(`attachment ${sequence} of mail ${mailId} was tampered with`)
  return file
}
