import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { addDays, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
const today = localDateInTokyo(new Date())

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
})
afterAll(() => session.end())

it('takes food in by ten-key, keeps the sheet over a reload, hands it out by 期限 to so many, and counts what is left', async () => {
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${session.product.url}/admin/goodwill/deposits/new`)
  await page.getByLabel('目的').selectOption({ label: '02 食の支援' })
  await page.getByLabel('経路').selectOption({ label: 'フードドライブ' })
  await page.getByLabel('会場・催し').fill('市役所')
  await page.getByLabel('米の数量').fill('２５．５')
  await page.getByLabel('米の数量').press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('めん類の数量')
  await page.getByLabel('缶詰・びん詰の数量').fill('10')
  await page.getByLabel('缶詰・びん詰の期限').fill(formatLocalDateShort(addDays(today, 20)))
  await page.reload()
  await page.getByText('前に入力して、まだ記録していない預託の続きです。').waitFor()
  await page.getByRole('button', { name: '缶詰・びん詰に別の期限の行を加える' }).click()
  await page.getByLabel('缶詰・びん詰の数量').last().fill('二つ')
  await page.getByRole('button', { name: '預託を記録する' }).click()
  await page.getByText('缶詰・びん詰の数量を点の数字で入力してください。').first().waitFor()
  await page.getByLabel('缶詰・びん詰の数量').last().fill('8')
  await page.getByLabel('缶詰・びん詰の期限').last().fill(formatLocalDateShort(addDays(today, 200)))
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '預託を記録する' }).click()
  await page.getByText(/預託\d+-1として記録しました/).waitFor()

  await page.goto(`${session.product.url}/admin/goodwill/withdrawals/new`)
  await page.getByLabel('目的').selectOption({ label: '02 食の支援' })
  await page.getByLabel('対象の数').fill('12')
  await page.getByLabel('缶詰・びん詰の払出').fill('14')
  // The ten tins that expire first, and four of the others.
  await page.getByText(`${formatLocalDateShort(addDays(today, 20))}：10点、${formatLocalDateShort(addDays(today, 200))}：4点`).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '払出を記録する' }).click()
  await page.getByRole('cell', { name: '12世帯' }).waitFor()

  await page.goto(`${session.product.url}/admin/goodwill/stocktakings/new`)
  await page.getByLabel(/缶詰・びん詰 .*の実数/).fill('3')
  await page.getByRole('button', { name: '棚卸を記録する' }).click()
  await page.getByText('缶詰・びん詰の差異の理由を選んでください。').first().waitFor()
  await page.getByLabel('缶詰・びん詰の差異の理由').selectOption({ label: '紛失' })
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '棚卸を記録する' }).click()
  await page.getByRole('heading', { name: /棚卸\d+-1/ }).waitFor()
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto(`${session.product.url}/admin/goodwill`)
  await page.getByRole('link', { name: '缶詰・びん詰' }).waitFor()
  await page.getByText('3点').first().waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  await context.close()
})
