import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { aRequest } from '@sasaeai/testing/a-request'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { afterAll, beforeAll, expect, test } from 'vitest'

let session: ProductSession
const year = presentFiscalYear()
const desktop = { width: 1280, height: 900 }
const phone = { width: 375, height: 800 }

beforeAll(async () => {
  session = await openProductSession({ year })
  await aRequest(session.council)
  await bookSlip(session.council, aSlip(session.council, { entryDate: localDate(`${year}-06-15`) }))
})
afterAll(() => session.end())

test('letters of a request are ordered, seen on their way, opened, and kept in the list', async () => {
  const { context, page } = await session.signIn('accountant', desktop)
  await page.goto(`${session.product.url}/admin/dues/requests`)
  await page.getByRole('button', { name: 'お願いの文書と納入書を作る' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('できあがりました').waitFor({ timeout: 20_000 })
  const address = await dialog.getByRole('link', { name: '開く' }).getAttribute('href')
  expect(await accessibilityFindings(page)).toEqual([])
  const file = await context.request.get(`${session.product.url}${address ?? ''}`)
  expect(file.headers()['content-type']).toBe('application/pdf')
  const { pageCount, pages } = await drawPdf(await file.body())
  expect(pageCount).toBe(3)
  expect(pages[0]?.text).toContain('日吉一丁目自治会')

  await page.goto(`${session.product.url}/admin/papers`)
  await page.getByRole('cell', { name: /できあがり/ }).waitFor()
  // No button is called 作成する: each says which paper it makes.
  await page.getByText('それぞれの画面のボタンを押します').waitFor()
  expect(await page.getByRole('link', { name: /納入のお願いを開く/ }).getAttribute('href')).toBe(address)
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
  }
  await context.close()
})

test('a receipt is issued from the page of an area, listed, handed out once more and made void', async () => {
  const { context, page } = await session.signIn('accountant', desktop)
  await page.goto(`${session.product.url}/admin/dues/areas/${session.council.area('日吉一丁目自治会')}`)
  await page.getByRole('button', { name: '日吉一丁目自治会の領収書を発行する' }).click()
  await page.getByRole('button', { name: '領収書1枚を印刷する' }).waitFor()
  await page.goto(`${session.product.url}/admin/receipts`)
  await page.getByText(/^会費\d\d-00001$/).waitFor()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: /00001を再発行する/ }).click()
  await dialog.getByRole('button', { name: '再発行する' }).click()
  await dialog.getByText('再発行する理由を入力してください').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel(/再発行する理由/).fill('紛失したため')
  await dialog.getByRole('button', { name: '再発行する' }).click()
  await page.getByText(/^再発行 1回（/).waitFor()
  const address = await page.getByRole('link', { name: /00001の領収書を開く/ }).getAttribute('href')
  const file = await context.request.get(`${session.product.url}${address ?? ''}`)
  expect((await drawPdf(await file.body())).pages[0]?.text).toContain('再発行（1回目')

  await page.getByRole('button', { name: /00001を無効にする/ }).click()
  await dialog.getByRole('button', { name: '無効にする' }).click()
  await dialog.getByText('無効にする理由を入力してください').first().waitFor()
  await dialog.getByLabel(/無効にする理由/).fill('宛名の誤り')
  await dialog.getByRole('button', { name: '無効にする' }).click()
  await page.getByText(/宛名の誤り（/).waitFor()
  expect(await page.getByRole('button', { name: /再発行する/ }).count()).toBe(0)
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
  }
  await context.close()
})

test('whoever may not have papers made sees no button for it', async () => {
  const { context, page } = await session.signIn('executive', desktop)
  await page.goto(`${session.product.url}/admin/dues/requests`)
  await page.getByText('一般会費').first().waitFor()
  expect(await page.getByRole('button', { name: 'お願いの文書と納入書を作る' }).count()).toBe(0)
  await context.close()
})
