import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
})
afterAll(() => session.end())

it('writes down by keyboard what was given and came back, tells of another person, loses nothing typed', async () => {
  const { context, page } = await session.signIn('receptionist')
  const other = await session.signIn('accountant')
  const address = `${session.product.url}/admin/chest/materials`
  for (const each of [page, other.page]) {
    await each.goto(address)
    await each.getByLabel('日吉一丁目自治会 羽根 渡した').waitFor()
  }
  await page.getByLabel('日吉一丁目自治会 羽根 渡した').focus()
  for (const count of ['105', '８０枚', '60']) {
    await page.keyboard.type(count)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: '変更した3地域を保存する' }).click()
  await page.getByText('3地域を保存しました').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await other.page.getByLabel('日吉一丁目自治会 羽根 渡した').fill('100')
  await other.page.getByLabel('日吉一丁目自治会 羽根 渡した').press('Enter')
  await other.page.getByRole('button', { name: '変更した1地域を保存する' }).click()
  await other.page.getByText('日吉一丁目自治会の資材は、開いてからの間に').waitFor()
  await other.page.getByRole('button', { name: '最新の内容を読み込む' }).click()
  await other.page.getByRole('button', { name: '変更した1地域を保存する' }).click()
  await other.page.getByText('1地域を保存しました').waitFor()
  const rows = await session.database.db.prisma.campaignMaterial.findMany({ orderBy: { issued: 'asc' } })
  expect(rows.map(({ item, issued }) => [item, issued])).toEqual([['feather', 60], ['feather', 80], ['feather', 100]])

  await page.getByRole('button', { name: 'まとめて渡す' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('赤い羽根').uncheck()
  await dialog.getByLabel('募金封筒').uncheck()
  await dialog.getByRole('checkbox', { name: 'ポスター' }).check()
  await dialog.getByLabel('どの地域も同じ数').check()
  await dialog.getByLabel('数', { exact: true }).fill('2')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '書き込む' }).click()
  await page.getByText('3地域に書き込みました').waitFor()
  await page.getByLabel('表示する地域').selectOption({ label: 'まだ渡していない' })
  await page.getByText('当てはまる地域はありません').waitFor()
  await Promise.all([context.close(), other.context.close()])
})

it('fits on a phone, and an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/chest/materials`)
  await page.getByText('日吉一丁目自治会').first().waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('button', { name: /保存する|まとめて渡す/ }).count()).toBe(0)
  await context.close()
})
