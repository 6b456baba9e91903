import { inTransaction } from '@sasaeai/db/in-transaction'
import { setBoardPack, type BoardPackPaper } from '@sasaeai/documents/papers/board-pack-paper'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { boardPackOrderSchema, type BoardPackOrder } from '@sasaeai/domain/funding-indicator/board-pack/board-pack-input'
import { figuresOfDashboard } from '@sasaeai/domain/funding-indicator/saved-report/report-figure'
import { savedReportKindNames } from '@sasaeai/domain/funding-indicator/saved-report/saved-report-kind'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { type PaperDesk, paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readSavedPaper } from '../saved-report/saved-report-queries.ts'
import { storeReport } from '../saved-report/store-report.ts'
import { readBoardPack } from './read-board-pack.ts'

/**
 * 理事会資料: A4, several pages, as of a moment. It is saved as a report with everything that is printed, so that the names
 * of that day stay, and can be set again from there to the same bytes.
 */
export const boardPackMaker = paperMaker('board_pack', boardPackOrderSchema, {
  async title(deps, { fiscalYear, postedUntil, savedReportId }) {
    if (savedReportId !== undefined && (await readSavedPaper(deps, savedReportId, 'board_pack')) === null) return fail('document_subject_gone')
    if (postedUntil !== undefined && new Date(postedUntil) > deps.now()) return fail('document_not_ready', { about: 'まだ来ていない時点の資料は作れません。' })
    return succeed(titleOf(fiscalYear))
  },
  async make(desk, order) {
    await desk.expect(1)
    const paper = order.savedReportId === undefined ? await makeNew(desk, order) : await readSavedPaper(desk.deps, order.savedReportId, 'board_pack')
    // What was saved is what this maker wrote down.
    const bytes = await setBoardPack(paper as BoardPackPaper)
    await desk.advance()
    return { fileName: `理事会資料_${formatFiscalYear(order.fiscalYear)}.pdf`, mediaType: pdfType, bytes }
  },
})

function titleOf(fiscalYear: BoardPackOrder['fiscalYear']): string {
  return `${formatFiscalYear(fiscalYear)} ${savedReportKindNames.board_pack}`
}

async function makeNew(desk: PaperDesk, order: BoardPackOrder): Promise<BoardPackPaper> {
  const { fiscalYear } = order
  const { deps, run } = desk
  if (run === undefined) throw new Error('a board pack is made of an order')
  const at = await readReportMoment(deps, order.postedUntil ?? run.requestedAt.toISOString())
  const { pack, dashboard } = await readBoardPack(deps, order, at)
  // The file carries the day of the moment, and no clock: the same moment makes the same bytes.
  const day = at.moment === null ? desk.day : localDateInTokyo(at.moment)
  const head = await readPaperHead(desk, { title: titleOf(fiscalYear), day })
  await noteMissingCharacters(desk, [{ subject: '', words: pack }])
  const paper = { ...head, ...pack }
  await inTransaction(deps.db, (tx) =>
    storeReport(deps, tx, {
      kind: 'board_pack',
      title: `${titleOf(fiscalYear)}（${formatLocalDate(dashboard.cut.asOf)}まで）`,
      fiscalYear,
      input: { fiscalYear, asOf: dashboard.cut.asOf },
      moment: at.moment ?? run.requestedAt,
      content: { figures: figuresOfDashboard(dashboard), paper },
      documentRunId: run.runId,
      savedById: run.requestedById,
    }),
  )
  return paper
}
