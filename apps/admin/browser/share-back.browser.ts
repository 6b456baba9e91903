import { yen } from '@sasaeai/domain/money/yen'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { layShareBackTerms } from '@sasaeai/testing/share-back-terms'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { addDays, localDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  await layShareBackTerms(council)
  const entryDate = localDate(`${council.fiscalYear}-04-10`)
  await bookSlip(council, aSlip(council, { entryDate }))
  await bookSlip(council, aSlip(council, { entryDate, areaId: council.area('篠山町自治会'), amountYen: yen(20_000), duesKindId: council.duesKind('法人会費') }))
})
afterAll(() => session.end())

it('calculates, looks through and pays share-back; a correction later leaves only the difference', async () => {
  const { council, product } = session
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/dues/share-back`)
  await page.getByRole('button', { name: '還元金を計算する' }).click()
  await page.getByRole('button', { name: '計算する', exact: true }).click()
  await page.getByRole('heading', { name: /の還元金 第1回/, level: 1 }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '会員種別まで開く' }).click()
  await expect.poll(() => page.getByRole('row', { name: /日吉校区/ }).first().innerText()).toContain('10,200')

  // Money that comes in while somebody looks at the figures is not paid unseen.
  await bookSlip(council, aSlip(council, { entryDate: localDate(`${council.fiscalYear}-04-10`), amountYen: yen(500), count: 1 }))
  await page.getByRole('button', { name: '支払う', exact: true }).click()
  await page.getByRole('button', { name: '支払を記帳する' }).click()
  await page.getByRole('dialog').getByText('計算し直して、金額を確かめてから').waitFor()
  await page.getByRole('button', { name: 'やめる' }).click()
  await page.reload()
  await page.getByText('計算のあとに、納入・還元率・決まりのどれかが変わりました').waitFor()
  await page.getByRole('button', { name: '計算し直す' }).click()
  await page.getByRole('button', { name: '計算する', exact: true }).click()
  await page.getByRole('button', { name: '支払う', exact: true }).click()
  await page.getByRole('button', { name: '支払を記帳する' }).click()
  await page.getByText('支払済み', { exact: true }).first().waitFor()
  await page.getByRole('link', { name: /支払った額 20,400円の内訳/ }).click()
  await page.getByRole('heading', { name: '仕訳・明細一覧' }).waitFor()
  await page.getByText('20,400円').first().waitFor()

  // The day before there was no calculation; as of now it stands there, and nothing can be done with it.
  await page.goto(`${product.url}/admin/dues/share-back?postedUntil=${new Date().toISOString()}`)
  await page.getByRole('link', { name: '第1回' }).click()
  await page.getByText(/その時点の計算・還元率・決まりです/).waitFor()
  expect(await page.getByRole('button', { name: /支払一覧表|計算書|計算し直す|支払う/ }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('記帳した日').fill(formatLocalDateShort(addDays(localDateInTokyo(new Date()), -1)))
  await page.getByRole('button', { name: 'この時点で見る' }).click()
  await page.getByRole('heading', { name: 'この計算は、その時点にはありません' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'いまの帳簿で見る' }).click()
  await page.getByRole('button', { name: '支払一覧表' }).waitFor()
  await context.close()
})

it('a phone shows all of it without moving sideways, and an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/dues/share-back`)
  await page.getByRole('link', { name: '第1回' }).click()
  await page.getByRole('heading', { name: '渡す先ごとの計算' }).waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('button', { name: /支払|計算書|計算し直す/ }).count()).toBe(0)
  await context.close()
})
