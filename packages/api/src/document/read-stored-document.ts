import { type DocumentKind, documentKinds } from '@sasaeai/domain/document/document-kind'
import type { StoredDocumentId } from '@sasaeai/domain/ids'
import { z } from 'zod'
import type { Deps } from '../deps.ts'

export interface StoredDocument {
  readonly kind: DocumentKind
  readonly fileName: string
  readonly mediaType: string
  /** Of the bytes, as hexadecimal digits. */
  readonly sha256: string
  readonly bytes: Buffer
}

/** A finished file as it was handed out, or null. */
export async function readStoredDocument({ db }: Deps, documentId: StoredDocumentId): Promise<StoredDocument | null> {
  const { rows } = await db.pool.query<StoredDocument>(
    `SELECT r.kind, d.file_name AS "fileName", d.media_type AS "mediaType", encode(d.sha256, 'hex') AS sha256, d.bytes
     FROM stored_document d JOIN document_run r ON r.document_id = d.id WHERE d.id = $1`,
    [documentId],
  )
  const row = rows[0]
  return row === undefined ? null : { ...row, kind: z.enum(documentKinds).parse(row.kind) }
}
