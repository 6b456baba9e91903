import { toDateColumn } from '@sasaeai/db/local-date-column'
import { firstDayOf, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Page = Awaited<ReturnType<ProductSession['signIn']>>['page']

let session: ProductSession
let desk: Page

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  await layHouseholds({ 日吉一丁目自治会: 120, 日吉二丁目自治会: 80 })
  desk = (await session.signIn('accountant')).page
})
afterAll(() => session.end())

async function layHouseholds(households: Readonly<Record<string, number>>): Promise<void> {
  const { council, database } = session
  const asOf = toDateColumn(firstDayOf(fiscalYear(council.fiscalYear)))
  await database.db.prisma.areaHousehold.createMany({
    data: Object.entries(households).map(([area, count]) => ({
      areaId: council.area(area), fiscalYear: council.fiscalYear, basis: 'association_membership' as const, households: count, asOf,
    })),
  })
}

async function openRequests(page: Page): Promise<void> {
  await page.goto(`${session.product.url}/admin/dues/requests`)
  await page.getByRole('table', { name: '会員種別ごとの納入のお願い' }).waitFor()
}

/** Opens the dialog of the first line, types another number of households, and leaves saving to the caller. */
async function beginAdjusting(page: Page, households: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '日吉一丁目自治会の目安額を直す' }).click()
  await page.getByLabel('世帯数').fill(households)
  await page.getByLabel('直す理由').fill(reason)
}

async function saveDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '保存する' }).click()
}

async function isGone(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

describe('a year of requests', () => {
  it('is previewed, prepared, and names the areas without households', async () => {
    await openRequests(desk)
    await desk.getByText('お願いはまだ準備していません').waitFor()
    await desk.getByRole('button', { name: 'お願いを準備する' }).click()
    const preview = desk.getByRole('table', { name: '準備の下見' })
    await preview.getByRole('row', { name: /一般会費.*2.*100,000/ }).waitFor()
    await desk.getByRole('button', { name: '準備する', exact: true }).click()
    await isGone(desk)
    await desk.getByText('世帯数がないため、お願いに入らない地域が1あります').waitFor()
    await desk.getByRole('link', { name: '02-01 篠山町自治会' }).waitFor()
    await desk.getByRole('row', { name: /01-01 日吉一丁目自治会.*120.*60,000/ }).waitFor()
  })

  it('follows later households only when it is prepared once more', async () => {
    await layHouseholds({ 篠山町自治会: 40 })
    await openRequests(desk)
    await desk.getByText('準備のあとに、世帯数・会員・条件が変わりました（増える 1件）').waitFor()
    await desk.getByRole('button', { name: 'もう一度準備する' }).first().click()
    await desk.getByRole('button', { name: '準備する', exact: true }).click()
    await isGone(desk)
    await desk.getByRole('row', { name: /02-01 篠山町自治会.*40.*20,000/ }).waitFor()
  })

  it('tells the second of two people who adjust one line, and keeps what they typed', async () => {
    const { page: other, context } = await session.signIn('administrator')
    await Promise.all([openRequests(desk), openRequests(other)])
    await beginAdjusting(other, '100', '空き家の分を除いた')
    await beginAdjusting(desk, '110', '転入の分')
    await other.getByText('（50,000円）').waitFor()
    await saveDialog(other)
    await isGone(other)
    await saveDialog(desk)
    await desk.getByRole('dialog').getByRole('alert').first().waitFor()
    await expect.poll(() => desk.getByLabel('世帯数').inputValue()).toBe('110')
    await desk.getByRole('button', { name: 'やめる' }).click()
    await openRequests(desk)
    await desk.getByRole('row', { name: /01-01 日吉一丁目自治会.*100.*50,000.*空き家の分を除いた/ }).waitFor()
    await desk.getByRole('button', { name: '日吉一丁目自治会の手直しを取り消す' }).click()
    await desk.getByText('準備のあとに、世帯数・会員・条件が変わりました（変わる 1件）').waitFor()
    await context.close()
  })

  it('is fixed with a number for everyone, and opened again while nobody relies on them', async () => {
    await openRequests(desk)
    await desk.getByRole('button', { name: '確定する' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '確定する' }).click()
    await isGone(desk)
    await desk.getByRole('row', { name: /-1-00003-\d 02-01 篠山町自治会/ }).waitFor()
    await desk.getByRole('button', { name: 'お願いの文書と納入書を作る' }).waitFor()
    await desk.getByRole('button', { name: '確定を取り消す' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '確定を取り消す' }).click()
    await isGone(desk)
    await desk.getByRole('button', { name: '確定する' }).waitFor()
  })

  it.each([1280, 375])('is accessible and does not wander sideways at %i px', async (width) => {
    const { page, context } = await session.signIn('accountant', { width, height: 900 })
    await openRequests(page)
    await page.getByText('02-01 篠山町自治会').last().waitFor()
    expect([await accessibilityFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0])
    await context.close()
  })

  it('shows an auditor everything and no button that would be refused', async () => {
    const { page, context } = await session.signIn('auditor')
    await openRequests(page)
    await page.getByText('02-01 篠山町自治会').last().waitFor()
    expect(await page.getByRole('button', { name: /準備する|確定する|目安額を直す/ }).count()).toBe(0)
    await context.close()
  })
})
