import { createHash } from 'node:crypto'
import type { ReceiptId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { keepReceiptPapers } from './keep-receipt-papers.ts'
import { presentCopy, readSheets } from './printed-receipt.ts'

export interface KeptReceiptPaper {
  readonly number: string
  /** Of the bytes, as hexadecimal digits. */
  readonly sha256: string
  readonly bytes: Buffer
}

/**
 * The PDF of a receipt as it was first set: the present one unless another copy is asked for; null when there is none.
 * @throws Error when the bytes are no longer those that were kept.
 */
export async function readReceiptPaper(deps: Deps, receiptId: ReceiptId, copy?: number): Promise<KeptReceiptPaper | null> {
  const [sheet] = await readSheets(deps.db, [receiptId])
  if (sheet === undefined) return null
  await keepReceiptPapers(deps, [sheet])
  const { rows } = await deps.db.pool.query<{ sha256: string; bytes: Buffer }>(
    `SELECT encode(sha256, 'hex') AS sha256, bytes FROM receipt_paper WHERE receipt_id = $1 AND copy = $2`,
    [receiptId, copy ?? presentCopy(sheet)],
  )
  const [paper] = rows
  if (paper === undefined) return null
  if (createHash('sha256').update(paper.bytes).digest('hex') !== paper.sha256) throw new Error(`the paper of receipt ${sheet.number} was tampered with`)
  return { number: sheet.number, ...paper }
}
