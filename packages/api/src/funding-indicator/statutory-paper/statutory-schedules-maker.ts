import { setStatutorySchedules, type PrintedSchedule } from '@sasaeai/documents/papers/statutory-schedules'
import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { differenceYen, type ScheduleControl } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { statutorySchedulesOrderSchema } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readGiftSchedule } from './read-gift-schedule.ts'
import { readSubsidySchedule } from './read-subsidy-schedule.ts'
import { giftSheet, type ScheduleSheet, subsidySheet } from './schedule-tables.ts'

/** 別紙3② and ③ of a year, as of the moment of the order unless told: A4 on its long side, a page or more for each. */
export const statutorySchedulesMaker = paperMaker('statutory_schedules', statutorySchedulesOrderSchema, {
  async title(deps, { fiscalYear, postedUntil }) {
    if (postedUntil !== undefined && new Date(postedUntil) > deps.now()) return fail('document_not_ready', { about: 'まだ来ていない時点の明細書は作れません。' })
    return succeed(`${formatFiscalYear(fiscalYear)} 附属明細書（別紙3②③）`)
  },
  async make(desk, { fiscalYear, postedUntil }) {
    await desk.expect(1)
    const { deps, run } = desk
    const at = await readReportMoment(deps, postedUntil ?? run?.requestedAt.toISOString())
    const [gifts, { schedule: subsidies }] = await Promise.all([readGiftSchedule(deps, { fiscalYear, postedUntil }, at), readSubsidySchedule(deps, { fiscalYear, postedUntil }, at)])
    const schedules = [
      printedSchedule({ number: '別紙3（②）', heading: '寄附金収益明細書' }, giftSheet(gifts), gifts.controls),
      printedSchedule({ number: '別紙3（③）', heading: '補助金事業等収益明細書' }, subsidySheet(subsidies), subsidies.controls),
    ]
    const year = formatFiscalYear(fiscalYear)
    await noteMissingCharacters(desk, schedules.map((schedule) => ({ subject: schedule.heading, words: schedule })))
    const bytes = await setStatutorySchedules({
      ...(await readPaperHead(desk, { title: `${year} 附属明細書（別紙3②③）`, day: at.moment === null ? desk.day : localDateInTokyo(at.moment) })),
      period: `（自）${formatLocalDate(firstDayOf(fiscalYear))}　（至）${formatLocalDate(lastDayOf(fiscalYear))}`,
      moment: postedUntil === undefined ? '' : postedUntilWords(postedUntil),
      schedules,
    })
    await desk.advance()
    return { fileName: `附属明細書_${year}.pdf`, mediaType: pdfType, bytes }
  },
})

function printedSchedule(title: Pick<PrintedSchedule, 'number' | 'heading'>, sheet: ScheduleSheet, controls: readonly ScheduleControl[]): PrintedSchedule {
  const { lines, ...headings } = sheet
  return {
    ...title, ...headings,
    lines: lines.map(({ kind, words, figures }) => ({ kind, words: [...words], figures: figures.map((figure) => formatYenDelta(yen(figure))) })),
    warnings: controls.flatMap((control) => {
      const difference = differenceYen(control)
      return difference === 0 ? [] : [`「${control.name}」は、帳簿の額${formatYenDelta(control.ledgerYen)}円と${formatYenDelta(difference)}円の差があります。`]
    }),
  }
}
