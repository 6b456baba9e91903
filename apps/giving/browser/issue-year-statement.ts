import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Deps } from '@sasaeai/api/deps'
import type { Db } from '@sasaeai/db/database'
import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { applyEvents } from '@sasaeai/testing/apply-events'
import { gatewaySays } from '@sasaeai/testing/gateway-says'
import { tell, tellingGateways } from '@sasaeai/testing/telling-gateways'
import { expect } from 'vitest'
import { expectWell } from './expect-well.ts'
import type { GivingVisit } from './giving-visit.ts'

interface Giver {
  readonly email: string
  readonly name: string
}

/** From マイページ, where a month could not be paid: the statement of last year waits for the address, is offered in every language, issued once, and opened. */
export async function issueYearStatement({ url, database: { db } }: GivingVisit, page: Page, giver: Giver): Promise<void> {
  const year = await giveLastYear(db, giver)
  await page.goto(`${url}/my`)
  await page.getByText(`${year}年分の証明書には住所が要ります`).waitFor()
  await db.prisma.supporter.updateMany({ where: { name: giver.name, address: '' }, data: { address: 'ささえ市城南町15番地5' } })
  const inLanguages = [
    ['en', `Issue the statement for ${year}`, 'Caution: '],
    ['easy', /証明書.*を 作.*る$/, '気をつけてください：'],
    ['ja', `${year}年分の証明書を発行する`, '注意：'],
  ] as const
  for (const [language, issue, caution] of inLanguages) {
    await page.goto(`${url}/my?lang=${language}`)
    await page.getByRole('button', { name: issue }).waitFor()
    await page.getByText(caution, { exact: true }).waitFor()
    await expectWell(page)
  }
  await page.getByRole('button', { name: `${year}年分の証明書を発行する` }).dblclick()
  const statement = page.getByRole('link', { name: new RegExp(`^${year}年分の証明書 `) })
  await statement.waitFor()
  await page.getByText('証明書を発行しました。').waitFor()
  await expect.poll(() => page.getByRole('heading', { name: '領収書' }).evaluate((title) => title === document.activeElement)).toBe(true)
  await expectWell(page)
  const paper = await page.request.get(new URL((await statement.getAttribute('href')) ?? '', url).href)
  expect(paper.headers()['content-type']).toContain('application/pdf')
  const ofYear = { calendarYear: year, entries: { some: { entry: { onlinePayment: { gift: { email: giver.email } } } } } }
  expect(await db.prisma.receipt.findMany({ where: ofYear })).toMatchObject([{ amountYen: 3_000n }])
}

/** The gateway tells of 3,000 yen that were paid by card last December, and the council gives its receipts once a year now. */
async function giveLastYear(db: Db, giver: Giver): Promise<number> {
  const year = partsOf(localDateInTokyo(new Date())).year - 1
  await db.prisma.givingSettings.updateMany({ data: { receiptRule: 'annual' } })
  await db.prisma.fiscalPeriod.updateMany({ where: { firstDay: new Date(`${year}-12-01`) }, data: { closedAt: null, closedById: null } })
  const deps: Deps = { db, now: () => new Date(), newId: () => uuidV7(Date.now(), randomBytes(10)), gateways: tellingGateways() }
  const giftId = await anOnlineGift({ deps }, giver)
  await tell(deps, [gatewaySays.paid({ giftId, sessionId: 'cs_last_year', paymentIntentId: 'pi_last_year', amountYen: 3_000, at: `${year}-12-10T03:00:00Z` })])
  await applyEvents(deps)
  await expect.poll(() => db.prisma.onlinePayment.count({ where: { moneyId: 'pi_last_year', care: 'done' } }), { timeout: 30_000 }).toBe(1)
  return year
}
