import { addDays, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { setGoals } from '@sasaeai/testing/a-drive'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { firstDayOf, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council, database } = session
  const redFeather = council.campaign('赤い羽根共同募金')
  await database.db.prisma.campaign.update({ where: { id: redFeather }, data: { goalYen: 100_000 } })
  await setGoals(council, [{ campaign: redFeather, method: '戸別募金', area: '日吉一丁目自治会', targetYen: 60_000 }])
  const entryDate = firstDayOf(fiscalYear(council.fiscalYear))
  await bookSlip(council, aChestSlip(council, { entryDate, amountYen: yen(45_000), count: 90 }))
  await bookSlip(council, aChestSlip(council, { entryDate, amountYen: yen(5_000), count: 1, areaId: undefined, collectionMethodId: council.method('街頭募金') }))
})
afterAll(() => session.end())

it('shows methods and areas of a drive, and each figure opens its entries', async () => {
  const { page, context } = await session.signIn('executive')
  await page.goto(`${session.product.url}/admin/chest/results`)
  await page.getByLabel('運動').selectOption({ label: '赤い羽根共同募金' })
  await page.getByRole('heading', { name: '募金実績 赤い羽根共同募金' }).waitFor()
  const row = page.getByRole('row', { name: /戸別募金/ })
  await expect.poll(async () => (await row.innerText()).split(/\s+/)).toEqual(['戸別募金', '90世帯', '60,000', '45,000', '75.0%', '0', '—', '45,000', '90.0%', '70.7%'])
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('tab', { name: '校区別' }).click()
  await page.getByRole('button', { name: '日吉校区の下の地域を開く' }).click()
  await expect.poll(() => page.getByRole('row', { name: /日吉一丁目自治会/ }).innerText()).toContain('45,000')
  await expect.poll(() => page.getByRole('row', { name: /地域の指定なし/ }).innerText()).toContain('5,000')
  await page.getByLabel('並べる年度').selectOption({ label: '3年間' })
  await page.getByRole('heading', { name: '年度ごとの達成率' }).waitFor()
  expect(page.url()).toMatch(/tab=areas/)
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('link', { name: /^地域の指定なし .*5,000円の内訳$/ }).click()
  await page.getByRole('heading', { name: '仕訳・明細一覧' }).waitFor()
  await page.getByRole('row', { name: /街頭募金/ }).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /戸別募金/ }).count()).toBe(0)
  await context.close()
})

it('the curve says in words how far the drive is, and turns into its table', async () => {
  const { page, context } = await session.signIn('auditor')
  await page.goto(`${session.product.url}/admin/chest/days?campaign=${session.council.campaign('赤い羽根共同募金')}`)
  await page.getByText('目標額100,000円の50.0%、目標まであと50,000円。').first().waitFor()
  await page.getByRole('button', { name: '表で見る' }).click()
  await expect.poll(() => page.getByRole('table').first().innerText()).toContain('50,000')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 812 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await context.close()
})

it('publishes a result, takes it back with a reason, and an executive only reads', async () => {
  const { page, context } = await session.signIn('accountant')
  const today = localDateInTokyo(new Date())
  await page.goto(`${session.product.url}/admin/chest/publications`)
  await page.getByRole('button', { name: '赤い羽根共同募金の結果を公表する' }).click()
  const dialog = page.getByRole('dialog')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('公表日').fill(addDays(today, 1))
  await dialog.getByRole('button', { name: '公表する' }).click()
  await dialog.getByText('公表日には今日までの日付を入力してください。').first().waitFor()
  await dialog.getByLabel('公表日').fill(today)
  await dialog.getByRole('button', { name: '公表する' }).click()
  await page.getByText('赤い羽根共同募金の結果を公表しました').waitFor()
  await expect.poll(() => page.getByRole('row', { name: /公表済み/ }).innerText()).toContain('50,000')
  const open = await fetch(`${session.product.url}/public/community-chest-results.json`)
  expect(await open.json()).toMatchObject({ results: [{ campaign: '赤い羽根共同募金', collectedYen: 50_000, goalYen: 100_000 }] })

  await page.getByRole('button', { name: '赤い羽根共同募金の結果を取り下げる' }).click()
  await dialog.getByRole('button', { name: '取り下げる' }).click()
  await dialog.getByText('取り下げる理由を入力してください').first().waitFor()
  await dialog.getByLabel('取り下げる理由').fill('1件入っていなかったため')
  await dialog.getByRole('button', { name: '取り下げる' }).click()
  await page.getByText('は取り下げました。').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()

  const reader = await session.signIn('executive')
  await reader.page.goto(`${session.product.url}/admin/chest/publications`)
  await reader.page.getByText('は取り下げました。').waitFor()
  expect(await reader.page.getByRole('button', { name: /公表する|取り下げる/ }).count()).toBe(0)
  await reader.context.close()
})
