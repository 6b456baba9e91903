import type { SupporterAttachmentId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'

/** A kept file with its bytes. */
export interface KeptAttachment {
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Buffer
}

/** One file, or null. */
export async function readAttachment({ db }: Deps, attachmentId: SupporterAttachmentId): Promise<KeptAttachment | null> {
  const { rows } = await db.pool.query<KeptAttachment>(
    `SELECT file_name AS "fileName", media_type AS "mediaType", encode(sha256, 'hex') AS sha256, bytes FROM supporter_attachment WHERE id = $1`,
    [attachmentId],
  )
  return rows[0] ?? null
}
