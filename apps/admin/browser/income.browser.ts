import type { Page } from '@playwright/test'
import { saveIncomeYear } from '@sasaeai/api/funding-indicator/income/save-income-year'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
let page: Page
const year = presentFiscalYear() - 1

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  page = (await session.signIn('accountant')).page
})
afterAll(() => session.end())

function cellOf(name: string) {
  return page.getByRole('textbox', { name, exact: true })
}

async function told(): Promise<Record<string, number | null>> {
  const rows = await session.council.deps.db.prisma.incomeTotal.findMany({ orderBy: { id: 'asc' }, include: { line: { select: { name: true } } } })
  return Object.fromEntries(rows.map(({ line, kind, amountYen }) => [`${line.name} ${kind}`, amountYen === null ? null : Number(amountYen)]))
}

it('a year is typed down the column by keyboard, kept over a reload, told at the field what cannot be read, and saved', async () => {
  await page.goto(`${session.product.url}/admin/income/${year}`)
  await cellOf('介護保険サービスの決算（帳簿のほか）').fill('１６８，４００，０００')
  await page.keyboard.press('Enter')
  await page.keyboard.type('△1,200')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('34万')
  await page.getByText('「千」「万」などは使わず').waitFor()
  await page.reload()
  await expect.poll(() => cellOf('障害福祉サービスの決算（帳簿のほか）').inputValue()).toBe('△1,200')
  await page.getByRole('button', { name: '保存する' }).click()
  const wrong = cellOf('貸付事業の決算（帳簿のほか）')
  await expect.poll(() => wrong.evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await told()).toEqual({})
  await wrong.fill('340,000')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText(/年額を保存しました（変更 3か所）/).waitFor()
  expect(await told()).toEqual({ '介護保険サービス settled': 168_400_000, '障害福祉サービス settled': -1_200, '貸付事業 settled': 340_000 })
  await page.getByRole('button', { name: '貸付事業の決算（帳簿のほか）の出典と履歴' }).click()
  await page.getByRole('dialog').getByText('340,000', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'やめる' }).click()
})

it('who saves second is told, loses nothing, and the shares of the year show what counts', async () => {
  await cellOf('貸付事業の決算（帳簿のほか）').fill('350,000')
  const { deps, actors } = session.council
  const newest = await deps.db.prisma.incomeTotal.findFirstOrThrow({ where: { line: { name: '貸付事業' }, fiscalYear: year, kind: 'settled' }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] })
  const cell = { lineId: id<'IncomeLineId'>(newest.lineId), kind: 'settled' as const, amountYen: yen(360_000), source: '決算書', asOf: null, note: '', replacesId: id<'IncomeTotalId'>(newest.id) }
  expect(await saveIncomeYear(deps, actors.administrator, { fiscalYear: fiscalYear(year), totals: [cell], figures: [] })).toMatchObject({ ok: true })
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('開いてからの間にほかの人が変えました').waitFor()
  await page.goto(`${session.product.url}/admin/income/${year}`)
  const reload = page.getByRole('button', { name: '最新の内容を読み込む' })
  await reload.click()
  await reload.waitFor({ state: 'detached' })
  await expect.poll(() => cellOf('貸付事業の決算（帳簿のほか）').inputValue()).toBe('350,000')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText(/年額を保存しました（変更 1か所）/).waitFor()

  await page.goto(`${session.product.url}/admin/income?count=3`)
  await page.getByRole('button', { name: /貸付事業 .*350,000円の内訳/ }).click()
  await page.getByText(/資金収支計算書、.*現在/).waitFor()
  await page.getByRole('button', { name: '閉じる' }).last().click()
  expect(await sidewaysOverflow(page)).toEqual(0)
})
