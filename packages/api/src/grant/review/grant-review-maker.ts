import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import type { TablePart } from '@sasaeai/documents/papers/table-part'
import { setTablesPaper } from '@sasaeai/documents/papers/tables-paper'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { grantReviewOrderSchema } from '@sasaeai/domain/document/document-order-input'
import type { GrantReview, ReviewRow } from '@sasaeai/domain/grant/review/grant-review'
import { grantReviewAbout, grantReviewTitle } from '@sasaeai/domain/grant/review/grant-review-words'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readGrantReview } from './read-grant-review.ts'

/** 見直し on A4, for 配分委員会: kinds and classes of 見舞金 by years, amounts apart from counts. Null when nothing was paid. */
export const grantReviewMaker = paperMaker('grant_review', grantReviewOrderSchema, {
  title: async (_deps, { fiscalYear, drive }) => succeed(`${formatFiscalYear(fiscalYear)} ${grantReviewTitle(drive)}`),
  async make(desk, { kind: _kind, ...asked }) {
    const review = await readGrantReview(desk.deps, asked, await readReportMoment(desk.deps, asked.postedUntil))
    const parts = [
      ...partsOf({ by: '助成の種類別', header: '種類', years: review.years }, review.kinds),
      ...partsOf({ by: '見舞金の対象区分別', header: '対象区分', years: review.years }, review.classes),
    ]
    if (parts.every(({ rows }) => rows.length === 0)) return null
    await desk.expect(1)
    await noteMissingCharacters(desk, parts.flatMap(({ rows }) => rows.map((row) => ({ subject: row[0] ?? '', words: row }))))
    const name = `${formatFiscalYear(asked.fiscalYear)}　${grantReviewTitle(asked.drive)}`
    const head = await readPaperHead(desk, { title: name, day: desk.day })
    const bytes = await setTablesPaper({ ...head, heading: name, notes: [grantReviewAbout(asked.drive), ...(asked.postedUntil === undefined ? [] : [`支払は${postedUntilWords(asked.postedUntil)}`])], parts, footnotes: [] })
    await desk.advance()
    return { fileName: `${grantReviewTitle(asked.drive)}_${formatFiscalYear(asked.fiscalYear)}.pdf`, mediaType: pdfType, bytes }
  },
})

interface PartHeads {
  readonly by: string
  readonly header: string
  readonly years: readonly FiscalYear[]
}

/** Side by side they would be too wide for five years: the amounts with their differences, then how many and for whom. */
function partsOf({ by, header, years }: PartHeads, { rows, total }: GrantReview): TablePart[] {
  const isNarrow = years.length > 3
  const yen = (heading: string, mm: number): ListColumn => ({ heading, mm, side: 'end' })
  const part = (title: string, columns: ListColumn[], cellsOf: (row: ReviewRow) => string[]): TablePart => ({
    title, columns: [{ heading: header, fr: 1 }, ...columns],
    rows: rows.map((row) => [row.name, ...cellsOf(row)]), total: ['合計', ...cellsOf(total)],
  })
  return [
    part(`${by}（円）`, years.flatMap((year, place) => [yen(formatFiscalYear(year), isNarrow ? 17.5 : 25), ...(place === 0 ? [] : [yen('差', isNarrow ? 16 : 22)])]), amountCells),
    part(`${by}（件数・対象者数）`, years.map((year) => yen(formatFiscalYear(year), isNarrow ? 26 : 34)), countCells),
  ]
}

function amountCells({ years }: ReviewRow): string[] {
  return years.flatMap(({ count, paidYen, changeYen }) => [count === 0 ? '—' : formatYen(paidYen), ...(changeYen === null ? [] : [formatYenDelta(changeYen)])])
}

function countCells({ years }: ReviewRow): string[] {
  return years.map(({ count, people }) => (count === 0 ? '—' : `${groupDigits(count)}件・${groupDigits(people)}人`))
}
