import { randomBytes } from 'node:crypto'
import { readBoardPack } from '@sasaeai/api/funding-indicator/board-pack/read-board-pack'
import { readReportMoment } from '@sasaeai/api/ledger/report-moment'
import { openDatabase } from '@sasaeai/db/database'
import { type BoardPackPaper, boardPackData, setBoardPack } from '@sasaeai/documents/papers/board-pack-paper'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { boardPackParts } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { boardPackOrderSchema } from '@sasaeai/domain/funding-indicator/board-pack/board-pack-input'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { openBareTypesetter } from './bare-typesetter.ts'
import { type Figure, millis, times } from './figure.ts'
import { type PastMoment, pastMoments } from './past-moments.ts'
import { median, mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'

const council = { name: '社会福祉法人ささえ市社会福祉協議会', postalCode: '830-0001', address: 'ささえ市中央町一丁目2番3号', phone: '0942-00-0000', representative: '会長　支援　太郎' }

/** As much as a part takes. */
const comment = '前年の同じ日と比べて戸別募金が減り、法人募金と職域募金が伸びた。集合住宅での呼びかけを続け、転入した世帯には自治会と一緒に案内する。'.repeat(40).slice(0, 2_000)
const laterEntries = 3_000

/**
 * 理事会資料 with a long comment to every part and an assessment of every indicator, as of a past moment that was never asked
 * for: reading the books and setting the pages, beside Typst alone with the same pages and a subset of its fonts.
 */
export async function measureBoardPack({ databaseUrl, rounds }: { databaseUrl: string; rounds: number }): Promise<Figure[]> {
  const db = openDatabase(databaseUrl)
  try {
    const moments = await withClient(databaseUrl, async (client) => {
      await client.query(assessments)
      return pastMoments(client, { count: rounds + 1, laterEntries })
    })
    const deps = { db, now: () => new Date(), newId: () => uuidV7(Date.now(), randomBytes(10)) }
    const packAt = async ({ moment, fiscalYear }: PastMoment): Promise<BoardPackPaper> => {
      const comments = Object.fromEntries(boardPackParts.map((part) => [part, comment]))
      const order = boardPackOrderSchema.parse({ kind: 'board_pack', fiscalYear, postedUntil: moment, comments })
      const { pack } = await readBoardPack(deps, order, await readReportMoment(deps, moment))
      return { title: pack.heading, day: localDateInTokyo(new Date(moment)), council, isDemo: true, ...pack }
    }
    // Whoever is asked first starts a process and reads the fonts.
    let paper = await packAt(moments.next())
    const { pageCount } = await drawPdf(await setBoardPack(paper), [])
    const bare = await openBareTypesetter('board-pack', [JSON.stringify(boardPackData(paper)), '0123456789'])
    const readings: number[] = []
    const { ours, limit } = await mediansOfRounds(rounds, {
      ours: () => millisOf(async () => {
        const startedAt = performance.now()
        paper = await packAt(moments.next())
        readings.push(performance.now() - startedAt)
        await setBoardPack(paper)
      }),
      // Words that were never set before: of what is set twice, Typst would know everything.
      limit: () => millisOf(async () => bare([JSON.stringify(boardPackData({ ...paper, moment: `${paper.moment}　${performance.now()}` }))])),
    })
    const name = `board pack of ${pageCount} pages as of a moment not asked for before, ${moments.laterPostings.toLocaleString('en')} postings since`
    return [
      { name, ours: millis(ours), limit: millis(limit), ratio: times(ours / limit), aim: '≤ 2,000 ms', isMet: ours <= 2_000 },
      { name: 'of it, reading the books', ours: millis(median(readings)), limit: '', ratio: '', aim: '', isMet: null },
    ]
  } finally {
    await db.close()
  }
}

/** What a committee says of a year, for every indicator of which nothing is said. */
const assessments = `
  INSERT INTO indicator_review (id, indicator_id, fiscal_year, grade, assessment, next_issue, recorded_at, recorded_by_id)
    SELECT gen_random_uuid(), i.id, y.year, 'nearly', repeat('前年より下がったが、目標には近づいた。', 12), repeat('校区ごとに呼びかけを続ける。', 10), make_date(y.year, 4, 1), u.id
      FROM funding_indicator i, (SELECT max(fiscal_year) AS year FROM journal_entry) y, (SELECT id FROM user_account WHERE role = 'accountant' LIMIT 1) u
      WHERE NOT EXISTS (SELECT FROM indicator_review r WHERE r.indicator_id = i.id AND r.fiscal_year = y.year)`

async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
