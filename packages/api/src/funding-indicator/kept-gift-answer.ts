import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type BooksPosition, positionText } from '../ledger/books-position.ts'
import { keptAnswer } from '../ledger/kept-answers.ts'
import { keptSums } from '../ledger/kept-sums.ts'
import { readGroundData, readVersions } from '../ledger/read-ground-data.ts'
import type { ReportMoment } from '../ledger/report-moment.ts'
import { giftPostings, giftSources } from './gift-postings.ts'

interface GiftQuestion {
  readonly question: readonly (string | number)[]
  /** Whose postings the answer is made of; null for all years. */
  readonly fiscalYear: FiscalYear | null
  readonly at: Pick<ReportMoment, 'position'>
}

/**
 * An answer made of gifts, from memory while none of the year was posted or undone, and nothing that they are made of was
 * changed without a posting: 種類, きっかけ, 名寄せ, 匿名 (migration gift_year_facts). As of a moment no posting changes it any more.
 */
export async function keptGiftAnswer<Answer>(db: Db, { question, fiscalYear, at: { position } }: GiftQuestion, read: () => Promise<Answer>): Promise<Answer> {
  const { ground, gifts } = await readVersions(db)
  const books = position === null ? await postedGifts(db, ground, fiscalYear) : positionOf(position, fiscalYear)
  return keptAnswer(db, { question: [...question, position === null ? '' : books], version: [ground, gifts, books].join() }, read)
}

/** Moments between which nothing of the year was posted are one to it. */
function positionOf(position: BooksPosition, fiscalYear: FiscalYear | null): string {
  if (fiscalYear === null) return positionText(position)
  const last = position.get(fiscalYear)
  return last === undefined ? 'nothing' : `${last.number}.${last.id}`
}

/** How many gifts were posted and undone, in a few characters. */
async function postedGifts(db: Db, groundVersion: number, fiscalYear: FiscalYear | null): Promise<string> {
  const { counting, postings } = await keptSums(db, giftPostings(giftSources(await readGroundData(db, groundVersion))))
  const ofYears = fiscalYear === null ? [...postings.values()] : [postings.get(String(fiscalYear)) ?? 0]
  return `${counting}.${ofYears.reduce((sum, each) => sum + each, 0)}`
}
