import { inTransaction } from '@sasaeai/db/in-transaction'
import { type DonationYearPaper, setDonationYear } from '@sasaeai/documents/papers/donation-year-paper'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { unnamedGiver } from '@sasaeai/domain/donation/acknowledgment/acknowledged-words'
import { figuresOfDonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-figures'
import { type DonationYearOrder, donationYearOrderSchema } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { donationYearPeriod } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-tables'
import { type FundingCut, fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { type PaperDesk, paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { readSavedPaper } from '../saved-report/saved-report-queries.ts'
import { storeReport } from '../saved-report/store-report.ts'
import { aboutUse, donationYearDefinitions, packOfDonationYear, titleOfDonationYear } from './pack-of-donation-year.ts'
import { readDonationYear } from './read-donation-year.ts'
import { readYearNames } from './read-year-names.ts'

/** What is saved: the paper without the names, and of which days and moment these are. */
interface KeptPaper {
  readonly paper: DonationYearPaper
  readonly cut: FundingCut
  /** ISO instant. */
  readonly moment: string
}

/**
 * 寄附の年次報告 on A4, as of a moment. It is saved as a report with everything that is printed but the names, which are read
 * anew each time: a saved report stays for ever, and somebody may take back that they are named.
 */
export const donationYearMaker = paperMaker('donation_year', donationYearOrderSchema, {
  async title(deps, { fiscalYear, postedUntil, savedReportId }) {
    if (savedReportId !== undefined && (await readSavedPaper(deps, savedReportId, 'donation_year')) === null) return fail('document_subject_gone')
    if (postedUntil !== undefined && new Date(postedUntil) > deps.now()) return fail('document_not_ready', { about: 'まだ来ていない時点の報告は作れません。' })
    return succeed(titleOfDonationYear(fiscalYear))
  },
  async make(desk, order) {
    await desk.expect(1)
    const { deps } = desk
    // What was saved is what this maker wrote down.
    const kept = order.savedReportId === undefined ? await makeNew(desk, order) : ((await readSavedPaper(deps, order.savedReportId, 'donation_year')) as KeptPaper)
    const { gifts } = await readYearNames(deps, kept.cut, await readReportMoment(deps, kept.moment))
    const names = gifts.flatMap(({ name, given, areaName }) => (name === unnamedGiver ? [] : [{ name, given, areaName }]))
    await noteMissingCharacters(desk, [{ subject: '', words: kept.paper }, { subject: '芳名', words: names }])
    const bytes = await setDonationYear(kept.paper, { names, note: noteOf(names.length, gifts.length - names.length) })
    await desk.advance()
    return { fileName: `寄附の年次報告_${formatFiscalYear(order.fiscalYear)}.pdf`, mediaType: pdfType, bytes }
  },
})

function noteOf(named: number, unnamed: number): string {
  const others = unnamed === 0 ? '' : `このほか、匿名の方から${groupDigits(unnamed)}件のご寄附をいただきました。`
  return `掲載をご承諾いただいた${groupDigits(named)}件を、五十音順に記しています。${others}`
}

async function makeNew(desk: PaperDesk, order: DonationYearOrder): Promise<KeptPaper> {
  const { deps, run } = desk
  if (run === undefined) throw new Error('a report is made of an order')
  const moment = order.postedUntil ?? run.requestedAt.toISOString()
  const kept = await readKept(desk, order, { moment, at: await readReportMoment(deps, moment) })
  const { cut } = kept
  await inTransaction(deps.db, (tx) =>
    storeReport(deps, tx, {
      kind: 'donation_year',
      title: `${titleOfDonationYear(cut.fiscalYear)}（${formatLocalDate(cut.asOf)}まで）`,
      fiscalYear: cut.fiscalYear,
      input: { fiscalYear: cut.fiscalYear, asOf: cut.asOf },
      moment: new Date(moment),
      content: { figures: kept.figures, paper: { paper: kept.paper, cut, moment } },
      documentRunId: run.runId,
      savedById: run.requestedById,
    }),
  )
  return kept
}

async function readKept(desk: PaperDesk, order: DonationYearOrder, { moment, at }: { moment: string; at: ReportMoment }) {
  const { deps } = desk
  const year = await readDonationYear(deps, order, at)
  // The file carries the day of the moment, and no clock: the same moment makes the same bytes.
  const head = await readPaperHead(desk, { title: titleOfDonationYear(order.fiscalYear), day: localDateInTokyo(new Date(moment)) })
  const paper: DonationYearPaper = {
    ...head,
    heading: titleOfDonationYear(order.fiscalYear),
    period: donationYearPeriod(year),
    moment: `${formatPostingMoment(moment)}現在の帳簿`,
    parts: packOfDonationYear(year),
    reports: year.reports.map(({ title, body, message, ...report }) => ({ title, body, message, about: aboutUse({ ...report, publishedOn: `${formatLocalDate(report.publishedOn)}公表` }) })),
    definitions: donationYearDefinitions,
  }
  const cut = fundingCut(order, localDateInTokyo(new Date(moment)))
  return { paper, cut, moment, figures: figuresOfDonationYear(year) }
}
