import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { annualReceiptsOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { id, type ReceiptRunId } from '@sasaeai/domain/ids'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { type PaperDesk, paperMaker } from '../../document/paper-maker.ts'
import { keepWhatCanBeSet } from '../paper/keep-receipt-papers.ts'
import { type IssuedSheet, printedReceiptOf, readSheets } from '../paper/printed-receipt.ts'
import { makeReceiptSheets } from '../paper/receipt-sheets-maker.ts'
import { type GiverOfYear, listGiversOfYear } from '../read-payments.ts'
import { issueShareOfYear, type YearRun } from './issue-share-of-year.ts'

/** So many givers are issued for in one transaction, and set by the typesetter at a time. */
const share = 50

/**
 * 年間証明: issues what is still to be issued of a run, some at a time, and never stops for one giver: whoever has no
 * address, or is refused, is named among the problems. However often it is stopped and begun anew, each giver has one
 * receipt for the year, because PostgreSQL allows one and what has a receipt is not read again.
 */
export const annualReceiptsMaker = paperMaker('annual_receipts', annualReceiptsOrderSchema, {
  async title(deps, { receiptRunId }) {
    const run = await readRun(deps, receiptRunId)
    return run === null ? fail('document_subject_gone') : succeed(`${run.calendarYear}年の年間証明`)
  },
  async make(desk, { receiptRunId }) {
    const run = await readRun(desk.deps, receiptRunId)
    if (run === null) return null
    const givers = await listGiversOfYear(desk.deps.db, run.calendarYear)
    await desk.expect(givers.length)
    const able = givers.filter((giver) => isAble(desk, giver))
    await desk.advance(givers.length - able.length)
    await issueAndSet(desk, run, able)
    const sheets = await readSheets(desk.deps.db, await liveReceiptsOf(desk.deps, receiptRunId))
    return sheets.length === 0 ? null : makeReceiptSheets(desk, { title: `年間証明_${run.calendarYear}年`, sheets })
  },
})

async function readRun({ db }: Deps, runId: ReceiptRunId): Promise<(YearRun & { readonly actor: Actor }) | null> {
  const run = await db.prisma.receiptRun.findUnique({ where: { id: runId }, include: { requestedBy: { select: { id: true, name: true, role: true } } } })
  if (run === null) return null
  const { id: userId, name, role } = run.requestedBy
  return { runId, calendarYear: run.calendarYear, issuedOn: fromDateColumn(run.issuedOn), actor: { userId: id(userId), name, role } }
}

function isAble(desk: PaperDesk, { number, name, address, issued, giftCount }: GiverOfYear): boolean {
  const subject = `${number} ${name}`
  if (issued !== null) desk.note({ subject, message: `年間証明（${issued}）を発行したあとに記帳された寄附が${giftCount}件あります。伝票の画面から1件ずつ発行してください。` })
  else if (address === '') desk.note({ subject, message: '住所がないため、発行していません。支援者の画面で住所を入れてから、続きを発行してください。' })
  return issued === null && address !== ''
}

/** Share by share: while the typesetter, a process of its own, sets the papers of one, the next one is issued. */
async function issueAndSet(desk: PaperDesk, run: YearRun & { readonly actor: Actor }, givers: readonly GiverOfYear[]): Promise<void> {
  let setting: Promise<void> = Promise.resolve()
  try {
    for (let from = 0; from < givers.length; from += share) {
      const some = givers.slice(from, from + share)
      const sheets = await issueShare(desk, run, some)
      await setting
      setting = setShare(desk, sheets)
      // Whether it fails is asked with the next share; until then nobody waits for it.
      setting.catch(() => undefined)
      await desk.advance(some.length)
    }
  } finally {
    await setting
  }
}

async function issueShare(desk: PaperDesk, run: YearRun & { readonly actor: Actor }, givers: readonly GiverOfYear[]): Promise<IssuedSheet[]> {
  const { receiptIds, refused } = await issueShareOfYear({ deps: desk.deps, actor: run.actor }, run, givers)
  for (const { giver, message } of refused) desk.note({ subject: `${giver.number} ${giver.name}`, message })
  return readSheets(desk.deps.db, receiptIds)
}

async function setShare(desk: PaperDesk, sheets: readonly IssuedSheet[]): Promise<void> {
  await noteMissingCharacters(desk, sheets.map((sheet) => ({ subject: `${sheet.number} ${sheet.content.payer}`, words: printedReceiptOf(sheet) })))
  for (const { number } of await keepWhatCanBeSet(desk.deps, sheets)) {
    desk.note({ subject: number, message: '領収書は発行しましたが、PDFを作れませんでした。一覧から開いてみてください。', isMade: true })
  }
}

async function liveReceiptsOf({ db }: Deps, runId: ReceiptRunId): Promise<string[]> {
  const receipts = await db.prisma.receipt.findMany({ where: { runId, voidedAt: null }, select: { id: true } })
  return receipts.map((receipt) => receipt.id)
}
