import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const entryDate = localDateInTokyo(new Date())
  await bookSlip(session.council, aSlip(session.council, { entryDate }))
  await bookSlip(session.council, aSlip(session.council, { entryDate, amountYen: yen(4_500) }))
})
afterAll(() => session.end())

it('shows what would go out, exports exactly that, and lists it with its file', async () => {
  const { page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/journal-exports`)
  await page.getByRole('combobox', { name: '列の割り当て' }).selectOption({ label: '弥生会計（25項目）［未検証］' })
  await page.getByRole('button', { name: '確かめる' }).click()
  await page.getByRole('region', { name: 'ファイルの先頭' }).getByRole('cell', { name: '25500' }).first().waitFor()
  await page.getByRole('button', { name: 'この2件を書き出す' }).click()
  const row = page.getByRole('row').filter({ hasText: '第1号' })
  await row.getByText('30,000円').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: '書き出し第1号をダウンロードする' }).click()])
  expect(download.suggestedFilename()).toBe('仕訳_1.csv')
  await row.getByRole('link', { name: '第1号' }).click()
  await page.getByRole('heading', { name: '書き出し第1号' }).waitFor()
  await page.getByRole('link', { name: /年度 2$/ }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: /年度 \d+$/ }).count()).toBe(2)
})
