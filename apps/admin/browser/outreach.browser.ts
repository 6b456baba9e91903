import type { Page } from '@playwright/test'
import { openFiscalYear } from '@sasaeai/api/council/open-fiscal-year'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chooseByTyping } from './choose-by-typing.ts'

let session: ProductSession
const year = presentFiscalYear()

// Last year's briefings are looked at again once this year's dues come in.
beforeAll(async () => {
  session = await openProductSession({ year: year - 1 })
  const { council } = session
  const alone = { copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: true }
  const opened = await openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(year), ...alone })
  if (!opened.ok) throw new Error(opened.code)
  await bookSlip(council, aSlip(council, { entryDate: localDate(`${year - 1}-06-15`) }))
  await bookSlip(council, aSlip(council, { entryDate: localDate(`${year}-04-01`), amountYen: yen(30_000), count: 60 }))
})
afterAll(() => session.end())

async function openLog(page: Page): Promise<void> {
  await page.goto(`${session.product.url}/admin/dues/outreach?fiscalYear=${year - 1}`)
  await page.getByRole('heading', { name: '説明会の記録', level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function record(page: Page, { title, kind, day, area }: { title: string; kind: string; day: string; area?: string }): Promise<void> {
  await page.getByRole('button', { name: '説明会を記録する' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('日付').fill(day)
  await dialog.getByRole('radio', { name: kind }).check({ force: true })
  await dialog.getByLabel('題名').fill(title)
  if (area !== undefined) {
    await chooseByTyping(dialog.getByRole('combobox', { name: '地域' }), { typed: area, option: new RegExp(area) })
  }
  await dialog.getByLabel('参加人数').fill('２４')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await dialog.waitFor({ state: 'detached' })
}

const titles = (page: Page) => page.locator('tbody').getByRole('rowheader').locator('.font-bold').allInnerTexts()

it('writes briefings down and shows beside each what came in from there, that year and the next', async () => {
  const { context, page } = await session.signIn('receptionist')
  await openLog(page)
  await page.getByText('この年度の記録はまだありません').waitFor()
  await page.getByRole('button', { name: '説明会を記録する' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '保存する' }).click()
  await page.getByRole('dialog').getByText('題名を入力してください').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'やめる' }).click()

  await record(page, { title: '日吉の社協説明会', kind: '自治会での社協説明会', day: `${year - 1}-05-14`, area: '日吉一丁目' })
  await record(page, { title: '代表者会議', kind: '団体代表者会議', day: `${year - 1}-07-01` })
  await expect.poll(() => titles(page)).toEqual(['代表者会議', '日吉の社協説明会'])
  const row = page.getByRole('row', { name: /日吉の社協説明会/ })
  for (const told of ['24人', '25,500', '30,000', '4,500']) await expect.poll(() => row.innerText()).toContain(told)
  expect(await accessibilityFindings(page)).toEqual([])
  await row.getByRole('link', { name: /の会費 30,000円の内訳/ }).click()
  await page.getByRole('heading', { name: '仕訳・明細一覧' }).waitFor()
  await page.getByText('30,000円').first().waitFor()
  await context.close()
}, 120_000)

it('finds records by kind and by words, and keeps what is looked for in the address', async () => {
  const { context, page } = await session.signIn('executive')
  await openLog(page)
  expect(await page.getByRole('button', { name: /記録する|直す|削除/ }).count()).toBe(0)
  await page.getByLabel('種類').selectOption({ label: '団体代表者会議' })
  await expect.poll(() => titles(page)).toEqual(['代表者会議'])
  await page.reload()
  await expect.poll(() => titles(page)).toEqual(['代表者会議'])
  await page.getByLabel('種類').selectOption({ label: 'すべて' })
  await page.getByLabel('ことば').fill('ひよし一丁目')
  await expect.poll(() => titles(page)).toEqual([])
  await page.getByLabel('ことば').fill('日吉一丁目')
  await expect.poll(() => titles(page)).toEqual(['日吉の社協説明会'])
  await context.close()
})

it('corrects a record, and puts back one that was deleted', async () => {
  const { context, page } = await session.signIn('receptionist')
  await openLog(page)
  await page.getByRole('button', { name: '「代表者会議」を直す' }).click()
  await page.getByRole('dialog').getByLabel('題名').fill('団体代表者会議（夏）')
  await page.getByRole('dialog').getByRole('button', { name: '保存する' }).click()
  await expect.poll(() => titles(page)).toEqual(['団体代表者会議（夏）', '日吉の社協説明会'])
  await page.getByRole('button', { name: '「日吉の社協説明会」を削除する' }).click()
  await expect.poll(() => titles(page)).toEqual(['団体代表者会議（夏）'])
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect.poll(() => titles(page)).toEqual(['団体代表者会議（夏）', '日吉の社協説明会'])
  await expect.poll(() => page.getByRole('row', { name: /日吉の社協説明会/ }).innerText()).toContain('24人')
  await page.setViewportSize({ width: 375, height: 812 })
  await openLog(page)
  expect([await accessibilityFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0])
  await context.close()
})
