import { readFile } from 'node:fs/promises'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoVisit, openFigure, printedPages, visitDemo } from './demo-visit.ts'

let visit: DemoVisit
/** The year that has ended last: whatever day it is, all of it is in the books. */
const year = fiscalYear(presentFiscalYear() - 1)
const yearName = formatFiscalYear(year)

// What an executive does before a meeting of the board.
beforeAll(async () => {
  visit = await visitDemo('executive')
})
afterAll(() => visit.end())

async function openYear(): Promise<DemoVisit['page']> {
  const { page, url } = visit
  await page.goto(`${url}/admin/dues/year?fiscalYear=${year}`)
  await page.getByRole('heading', { name: '会員と会費' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

test('each kind of figure opens the entries that it is made of', async () => {
  for (const name of ['一般会費 今年度', '法人会費 前年同日', '会費の合計 今年度', '会費の合計 前年同日', '還元金 助成金支出 前年同日']) {
    const { shown, listed } = await openFigure(await openYear(), name)
    expect({ name, listed }).toEqual({ name, listed: shown })
    expect(listed).toMatch(/[1-9]/)
  }
  const page = await openYear()
  await page.getByRole('button', { name: '表で見る' }).click()
  const { shown, listed } = await openFigure(page, `${yearName} 合計`)
  expect(listed).toBe(shown)
}, 120_000)

test('another day is another sum, kept in the address', async () => {
  const page = await openYear()
  const sum = page.locator('a[aria-label^="会費の合計 今年度"]')
  const whole = await sum.innerText()
  await page.getByLabel('基準日', { exact: true }).last().fill(`${year}-10-01`)
  await page.getByRole('button', { name: 'この日で見る' }).click()
  await page.getByText(/10月1日までの受入れ（前年は/).waitFor()
  expect(new URL(page.url()).searchParams.get('until')).toBe(`${year}-10-01`)
  await expect.poll(() => sum.innerText()).not.toBe(whole)
})

test('the Excel file says what the page says, kinds, 加入率 and years', async () => {
  const page = await openYear()
  const sum = await page.locator('a[aria-label^="会費の合計 今年度"]').innerText()
  await page.getByRole('button', { name: 'Excel・CSV' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '書き出す' }).click()])
  expect(download.suggestedFilename()).toMatch(new RegExp(`^会費の年間のまとめ_${yearName}_\\d{4}-\\d\\d-\\d\\d\\.xlsx$`))
  const table = await readTableFile(await readFile(await download.path()))
  if (!table.ok) throw new Error(table.code)
  expect([table.sheetName, ...table.unreadSheets]).toEqual(['会員種別', '加入率', '年度の推移'])
  expect(table.lines.at(-1)?.cells.slice(0, 7)).toEqual(['会費の合計（還元金を除く）', '', '', '', '', '', sum.replaceAll(',', '')])
})

test('it prints on one A4, is whole on a phone and clean to axe', async () => {
  const page = await openYear()
  expect(await printedPages(page)).toBe(1)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 812 })
  await openYear()
  expect([await accessibilityFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0])
}, 120_000)
