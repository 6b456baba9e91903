import { createHash } from 'node:crypto'
import { setReceiptsApart } from '@sasaeai/documents/papers/receipt-sheets'
import { PaperNotSet } from '@sasaeai/documents/set-paper'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'
import { type IssuedSheet, presentCopy, printedReceiptOf, readSeals, readSheets } from './printed-receipt.ts'

/**
 * Sets the present paper of each receipt that has none yet and keeps it, for ever: who comes second finds the first one's.
 * So what is handed out always has the bytes that it had the first time.
 * @throws PaperNotSet
 */
export async function keepReceiptPapers(deps: Deps, receiptIds: readonly string[]): Promise<void> {
  const sheets = await withoutPaper(deps, await readSheets(deps.db, receiptIds))
  if (sheets.length === 0) return
  const { isDemo } = await deps.db.prisma.council.findUniqueOrThrow({ where: { id: 1 }, select: { isDemo: true } })
  const seals = await readSeals(deps.db, sheets)
  for (const [layout, alike] of Map.groupBy(sheets, ({ content }) => content.layout)) {
    const [first] = alike
    if (first === undefined) continue
    const head = { title: '領収書', day: localDateInTokyo(deps.now()), council: first.content.council, isDemo }
    const pdfs = await setReceiptsApart({ ...head, layout, seals, receipts: alike.map(printedReceiptOf) })
    await keep(deps, alike, pdfs)
  }
}

/** The same right after an act that is done already: what cannot be set now is set when it is first opened. */
export async function keepNewPapers(deps: Deps, receiptIds: readonly string[]): Promise<void> {
  try {
    await keepReceiptPapers(deps, receiptIds)
  } catch (error) {
    if (!(error instanceof PaperNotSet)) throw error
  }
}

async function withoutPaper({ db }: Deps, sheets: readonly IssuedSheet[]): Promise<IssuedSheet[]> {
  const { rows } = await db.pool.query<{ receiptId: string; copy: number }>(
    'SELECT receipt_id AS "receiptId", copy FROM receipt_paper WHERE receipt_id = ANY($1::uuid[])',
    [sheets.map(({ receiptId }) => receiptId)],
  )
  const kept = new Set(rows.map(({ receiptId, copy }) => `${receiptId}/${copy}`))
  return sheets.filter((sheet) => !kept.has(`${sheet.receiptId}/${presentCopy(sheet)}`))
}

async function keep(deps: Deps, sheets: readonly IssuedSheet[], pdfs: readonly Uint8Array[]): Promise<void> {
  const bytes = pdfs.map((pdf) => Buffer.from(pdf))
  await deps.db.pool.query(
    `INSERT INTO receipt_paper (receipt_id, copy, sha256, bytes, made_at)
     SELECT receipt_id, copy, sha256, bytes, $5 FROM unnest($1::uuid[], $2::smallint[], $3::bytea[], $4::bytea[]) AS n(receipt_id, copy, sha256, bytes)
     ON CONFLICT DO NOTHING`,
    [sheets.map(({ receiptId }) => receiptId), sheets.map(presentCopy), bytes.map((each) => createHash('sha256').update(each).digest()), bytes, deps.now()],
  )
}
