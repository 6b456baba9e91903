import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  await bookSlip(council, aChestSlip(council, { entryDate: localDate(`${council.fiscalYear}-04-10`) }))
})
afterAll(() => session.end())

it('keeps the officers of a branch, takes one off and puts it back, and makes the 取りまとめ書', async () => {
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${session.product.url}/admin/chest/branches`)
  await expect.poll(() => page.getByRole('row', { name: /日吉校区/ }).innerText()).toContain('62,500')
  await page.getByRole('button', { name: '日吉校区に役員を追加する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await dialog.getByText('氏名を入力してください').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('役職').fill('分会長')
  await dialog.getByLabel('氏名').fill('髙橋 一郎')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await page.getByText('髙橋 一郎').first().waitFor()
  await page.getByRole('button', { name: '日吉校区 髙橋 一郎を編集する' }).click()
  await page.getByRole('button', { name: 'この役員を削除する' }).click()
  await page.getByText('分会長 髙橋 一郎さんを削除しました').waitFor()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await page.getByRole('button', { name: '日吉校区 髙橋 一郎を編集する' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '取りまとめ書（全校区）' }).click()
  await page.getByRole('dialog').getByText(/2件|できました|開く/).first().waitFor()

  // Before anything was booked: nothing to be changed there, and the way back to now.
  await page.goto(`${session.product.url}/admin/chest/branches?postedUntil=${new Date(Date.now() - 86_400_000).toISOString()}`)
  await page.getByText(/までに記帳した分です/).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /日吉校区/ }).innerText()).not.toContain('62,500')
  expect(await page.getByRole('button', { name: /追加する|編集する|取りまとめ書|写す/ }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'いまの帳簿で見る' }).click()
  await expect.poll(() => page.getByRole('row', { name: /日吉校区/ }).innerText()).toContain('62,500')
  await context.close()
})

it('another drive is one choice away; a phone shows all of it; an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/chest/branches`)
  await page.getByText('日吉校区').first().waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('button', { name: /追加|編集|削除|Excel|取りまとめ書/ }).count()).toBe(0)
  await page.getByLabel('運動', { exact: true }).selectOption({ label: '歳末たすけあい' })
  await page.waitForURL(/campaign=/)
  await page.getByText('62,500').first().waitFor({ state: 'detached' })
  await context.close()
})
