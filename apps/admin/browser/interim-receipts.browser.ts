import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
})
afterAll(() => session.end())

it('a slip of a drive gets a 預り証 and no receipt; a slip of dues gets a receipt and no 預り証', async () => {
  const { council, product } = session
  const entryDate = localDate(`${council.fiscalYear}-04-10`)
  const chest = await bookSlip(council, aChestSlip(council, { entryDate }))
  const dues = await bookSlip(council, aSlip(council, { entryDate }))
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/entries/${dues.id}`)
  await page.getByRole('heading', { name: '領収書', level: 2 }).waitFor()
  expect(await page.getByRole('heading', { name: '預り証' }).count()).toBe(0)

  await page.goto(`${product.url}/admin/entries/${chest.id}`)
  await page.getByRole('heading', { name: '預り証', level: 2 }).waitFor()
  expect(await page.getByRole('heading', { name: '領収書' }).count()).toBe(0)
  await page.getByRole('button', { name: '日吉一丁目自治会の預り証を発行する' }).click()
  await page.getByText(/預り証 預り\d\d-00001を発行しました/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('link', { name: '預り証', exact: true }).click()
  await page.getByRole('heading', { name: '預り証', level: 1 }).waitFor()
  await expect.poll(() => page.getByRole('row', { name: /日吉一丁目自治会/ }).innerText()).toContain('62,500')
  await page.getByRole('button', { name: /00001を無効にする/ }).click()
  await page.getByRole('dialog').getByLabel('無効にする理由').fill('宛名の誤り')
  await page.getByRole('dialog').getByRole('button', { name: '無効にする', exact: true }).click()
  await page.getByText('宛名の誤り（').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 812 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await context.close()
})
