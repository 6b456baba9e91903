import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
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
  const entryDate = localDate(`${council.fiscalYear}-04-10`)
  await bookSlip(council, aChestSlip(council, { entryDate }))
  await bookSlip(council, aChestSlip(council, { entryDate, areaId: council.area('篠山町自治会'), amountYen: yen(20_000) }))
})
afterAll(() => session.end())

it('remits what is held, refuses more, and undoes a mistaken remittance', async () => {
  const { product } = session
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/chest/custody`)
  await page.getByRole('link', { name: '赤い羽根共同募金', exact: true }).click()
  await page.getByRole('heading', { name: '赤い羽根共同募金の預り金' }).waitFor()

  await page.getByRole('button', { name: '送金する' }).click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel('送金額').inputValue()).toBe('82,500')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('送金額').fill('82,501')
  await dialog.getByRole('button', { name: '送金を記帳する' }).click()
  await dialog.getByText('送金できるのは82,500円まで').first().waitFor()
  await dialog.getByLabel('送金額').fill('80,000')
  await dialog.getByLabel('送金元').selectOption({ label: '1120 普通預金' })
  await dialog.getByRole('button', { name: '送金を記帳する' }).click()
  await page.getByText('送金を記帳しました').waitFor()
  await page.getByText('送金済み', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /送金 第1回/ }).innerText()).toContain('2,500')

  await page.getByRole('button', { name: '第1回の送金を取り消す' }).click()
  await page.getByRole('dialog').getByLabel('取消の理由').fill('金額の誤り')
  await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click()
  await page.getByText(/に取消済み/).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /送金・支払の取消/ }).innerText()).toContain('82,500')
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})

it('a phone shows all of it without moving sideways, and an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/chest/custody`)
  await page.getByRole('link', { name: '赤い羽根共同募金', exact: true }).click()
  await page.getByRole('heading', { name: '預り金の動き' }).waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('button', { name: /送金する|取り消す/ }).count()).toBe(0)
  await context.close()
})
