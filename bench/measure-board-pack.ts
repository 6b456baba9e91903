import { randomBytes } from 'node:crypto'
import { readBoardPack } from '@sasaeai/api/funding-indicator/board-pack/read-board-pack'
import { readReportMoment } from '@sasaeai/api/ledger/report-moment'
import { openDatabase } from '@sasaeai/db/database'
import { type BoardPackPaper, boardPackData, setBoardPack } from '@sasaeai/documents/papers/board-pack-paper'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { boardPackOrderSchema } from '@sasaeai/domain/funding-indicator/board-pack/board-pack-input'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { openBareTypesetter } from './bare-typesetter.ts'
import { type Figure, millis, times } from './figure.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'

const council = { name: '社会福祉法人ささえ市社会福祉協議会', postalCode: '830-0001', address: 'ささえ市中央町一丁目2番3号', phone: '0942-00-0000', representative: '会長　支援　太郎' }

/**
 * 理事会資料 as of a past moment that was never asked for: reading the books and setting the pages, beside Typst alone with
 * the same pages and a subset of its fonts.
 */
export async function measureBoardPack({ databaseUrl, rounds }: { databaseUrl: string; rounds: number }): Promise<Figure[]> {
  const db = openDatabase(databaseUrl)
  try {
    const moments = await lateMoments(databaseUrl, rounds + 1)
    const deps = { db, now: () => new Date(), newId: () => uuidV7(Date.now(), randomBytes(10)) }
    const packAt = async ({ moment, fiscalYear }: PastMoment): Promise<BoardPackPaper> => {
      const order = boardPackOrderSchema.parse({ kind: 'board_pack', fiscalYear, postedUntil: moment.toISOString() })
      const { pack } = await readBoardPack(deps, order, await readReportMoment(deps, moment.toISOString()))
      return { title: pack.heading, day: localDateInTokyo(moment), council, isDemo: true, ...pack }
    }
    const next = () => {
      const moment = moments.pop()
      if (moment === undefined) throw new Error('too few moments to ask for')
      return moment
    }
    // Whoever is asked first starts a process and reads the fonts.
    let paper = await packAt(next())
    const { pageCount } = await drawPdf(await setBoardPack(paper), [])
    const bare = await openBareTypesetter('board-pack', [JSON.stringify(boardPackData(paper)), '0123456789'])
    let reading = 0
    const { ours, limit } = await mediansOfRounds(rounds, {
      ours: () => millisOf(async () => {
        const startedAt = performance.now()
        paper = await packAt(next())
        reading = performance.now() - startedAt
        await setBoardPack(paper)
      }),
      // Words that were never set before: of what is set twice, Typst would know everything.
      limit: () => millisOf(async () => bare([JSON.stringify(boardPackData({ ...paper, moment: `${paper.moment}　${performance.now()}` }))])),
    })
    return [
      { name: `board pack of ${pageCount} pages as of a past moment`, ours: millis(ours), limit: millis(limit), ratio: times(ours / limit), aim: '≤ 2,000 ms', isMet: ours <= 2_000 },
      { name: 'of it, reading the books', ours: millis(reading), limit: '', ratio: '', aim: '', isMet: null },
    ]
  } finally {
    await db.close()
  }
}

interface PastMoment {
  readonly moment: Date
  readonly fiscalYear: number
}

/** Moments of which nobody has asked, the last tenth of the books after them. */
async function lateMoments(databaseUrl: string, count: number): Promise<PastMoment[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<PastMoment>(
      `SELECT posted_at AS moment, fiscal_year AS "fiscalYear" FROM journal_entry
        WHERE fiscal_year = (SELECT max(fiscal_year) FROM journal_entry) ORDER BY posted_at OFFSET 1000 LIMIT $1 * 50`,
      [count],
    )
    return rows.filter((_, place) => place % 50 === 0)
  })
}

async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
