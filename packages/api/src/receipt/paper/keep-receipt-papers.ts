import { createHash } from 'node:crypto'
import { setReceiptsApart } from '@sasaeai/documents/papers/receipt-sheets'
import { PaperNotSet } from '@sasaeai/documents/set-paper'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'
import { type IssuedSheet, presentCopy, printedReceiptOf, readSeals, readSheets } from './printed-receipt.ts'

/** So many papers are set and kept at a time: each a PDF of some 40 KB. */
const share = 50

/**
 * Sets the present paper of each receipt that has none yet and keeps it, for ever: who comes second finds the first one's.
 * So what is handed out always has the bytes that it had the first time.
 * @throws PaperNotSet
 */
export async function keepReceiptPapers(deps: Deps, issued: readonly IssuedSheet[]): Promise<void> {
  const sheets = await withoutPaper(deps, issued)
  if (sheets.length === 0) return
  const { isDemo } = await deps.db.prisma.council.findUniqueOrThrow({ where: { id: 1 }, select: { isDemo: true } })
  for (let from = 0; from < sheets.length; from += share) await keepShare(deps, sheets.slice(from, from + share), isDemo)
}

async function keepShare(deps: Deps, sheets: readonly IssuedSheet[], isDemo: boolean): Promise<void> {
  const seals = await readSeals(deps.db, sheets)
  for (const [layout, alike] of Map.groupBy(sheets, ({ content }) => content.layout)) {
    const [first] = alike
    if (first === undefined) continue
    const head = { title: '領収書', day: localDateInTokyo(deps.now()), council: first.content.council, isDemo }
    const pdfs = await setReceiptsApart({ ...head, layout, seals, receipts: alike.map(printedReceiptOf) })
    await keep(deps, alike, pdfs)
  }
}

/** The same as far as it can be done: one that cannot be set keeps none of the others. Answers those that could not. */
export async function keepWhatCanBeSet(deps: Deps, sheets: readonly IssuedSheet[]): Promise<readonly IssuedSheet[]> {
  try {
    await keepReceiptPapers(deps, sheets)
    return []
  } catch (error) {
    if (!(error instanceof PaperNotSet)) throw error
    if (sheets.length === 1) return sheets
  }
  const unset: IssuedSheet[] = []
  for (const sheet of sheets) unset.push(...(await keepWhatCanBeSet(deps, [sheet])))
  return unset
}

/** The same right after an act that is done already: what cannot be set now is set when it is first opened. */
export async function keepNewPapers(deps: Deps, receiptIds: readonly string[]): Promise<void> {
  await keepWhatCanBeSet(deps, await readSheets(deps.db, receiptIds))
}

async function withoutPaper({ db }: Deps, sheets: readonly IssuedSheet[]): Promise<IssuedSheet[]> {
  const { rows } = await db.pool.query<{ receiptId: string; copy: number }>(
    'SELECT receipt_id AS "receiptId", copy FROM receipt_paper WHERE receipt_id = ANY($1::uuid[])',
    [sheets.map(({ receiptId }) => receiptId)],
  )
  const kept = new Set(rows.map(({ receiptId, copy }) => `${receiptId}/${copy}`))
  return sheets.filter((sheet) => !kept.has(`${sheet.receiptId}/${presentCopy(sheet)}`))
}

/** One statement; the PDFs go as one piece of bytes, because a list of them would be spelled out, digit by digit. */
async function keep(deps: Deps, sheets: readonly IssuedSheet[], pdfs: readonly Uint8Array[]): Promise<void> {
  const lengths = pdfs.map(({ length }) => length)
  await deps.db.pool.query(
    `INSERT INTO receipt_paper (receipt_id, copy, sha256, bytes, made_at)
     SELECT receipt_id, copy, sha256, substr($4::bytea, (sum(length) OVER (ORDER BY place) - length)::int + 1, length), $6
     FROM unnest($1::uuid[], $2::smallint[], $3::bytea[], $5::int[]) WITH ORDINALITY AS n(receipt_id, copy, sha256, length, place)
     ON CONFLICT DO NOTHING`,
    [sheets.map(({ receiptId }) => receiptId), sheets.map(presentCopy), pdfs.map((pdf) => createHash('sha256').update(pdf).digest()), Buffer.concat(pdfs), lengths, deps.now()],
  )
}
