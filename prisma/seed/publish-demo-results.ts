import { publishResult } from '@sasaeai/api/community-chest/result/publish-result'
import type { Db } from '@sasaeai/db/database'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of publications grow from: not that of the story, which is committed by then. */
const publicationSeed = 20_260_420

/**
 * 結果の公表: each drive of ours some three weeks after its end, by the accountant. After the story is committed, for what
 * is published is read from the books as anybody reads them.
 */
export async function publishDemoResults(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(publicationSeed)
  const actor = await demoAccountant(db)
  const campaigns = await db.prisma.campaign.findMany({ where: { drive: { not: 'other' } }, orderBy: [{ closesOn: 'asc' }, { code: 'asc' }] })
  for (const campaign of campaigns) {
    const publishedOn = nearestOfficeDay(addDays(fromDateColumn(campaign.closesOn), 20))
    if (publishedOn >= today) continue
    const now = new Date(`${publishedOn}T05:00:00Z`)
    const deps = { db, now: () => now, newId: () => idAt(now, random) }
    const published = await publishResult(deps, actor, { campaignId: id(campaign.id), publishedOn })
    if (!published.ok) throw new Error(`the result of ${campaign.name} was not published: ${published.code}`)
  }
}
