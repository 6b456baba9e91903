import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
let page: Page

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  await bookSlip(session.council, aSlip(session.council, { entryDate: localDateInTokyo(new Date()) }))
  ;({ page } = await session.signIn('accountant'))
})
afterAll(() => session.end())

it('takes the indicators of a plan in from its file, and keeps what is said of them', async () => {
  await page.goto(`${session.product.url}/admin/indicators`)
  await page.getByRole('button', { name: 'ファイルから取り込む' }).click()
  const dialog = page.getByRole('dialog')
  const file = await readFile(new URL('../../../prisma/seed/plan-indicators.csv', import.meta.url))
  await dialog.getByLabel('ファイル').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: file })
  await dialog.getByRole('button', { name: '5件を取り込む' }).click()
  await page.getByText('5件を追加し、0件を変更しました').waitFor()
  const name = '困っている人の相談にのることができる市民の割合'
  const row = page.getByRole('row', { name })
  await expect.poll(() => row.innerText()).toMatch(/29\.0%[\s\S]*23\.8%[\s\S]*R4調査[\s\S]*82\.0%/)

  await page.getByRole('button', { name: `${name}の目標・実績・評価を入力` }).click()
  await dialog.getByLabel('実績の時点').fill('R8調査')
  await dialog.getByLabel('実績', { exact: true }).fill('２４．６')
  await dialog.getByLabel('次期への課題').fill('次の調査で確かめる。')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await row.getByText('R8調査').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name }).click()
  const history = page.getByRole('table', { name: '入力の履歴' })
  await history.getByText('24.6%').waitFor()
  expect(await history.getByRole('row', { name: /実績/ }).allInnerTexts()).toEqual([expect.stringContaining('24.6%'), expect.stringContaining('23.8%')])
})

it('puts the numbers into the formula, opens their entries, and shows what another definition would change', async () => {
  await page.goto(`${session.product.url}/admin/indicators?category=${encodeURIComponent('財源全体')}`)
  await page.getByRole('link', { name: '自主財源比率（山陽小野田式）' }).click()
  await page.getByText('25,500 ÷ 25,500 × 100 ＝ 100.0%').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: '定義の新しい版' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('定義', { exact: true }).fill('配分金だけを自主財源とする。')
  const numerator = dialog.getByRole('group', { name: '分子にする収入の種類' })
  await numerator.getByLabel('会費').uncheck()
  await numerator.getByLabel('共同募金配分金').check()
  await dialog.getByRole('row', { name: /100\.0%\s*—/ }).waitFor()
  await dialog.getByRole('button', { name: '新しい版をつくる' }).click()
  await dialog.getByText('変更の理由を入力してください。').first().waitFor()
  await dialog.getByLabel('変更の理由').fill('試しに。')
  await dialog.getByRole('button', { name: '新しい版をつくる' }).click()
  await page.getByRole('heading', { name: /第2版/ }).waitFor()
  await page.goto(`${session.product.url}/admin/indicators?category=${encodeURIComponent('社協会費')}`)
  await page.getByRole('link', { name: '社協会費の前年比' }).click()
  await page.getByRole('link', { name: /社協会費 25,500円の内訳/ }).click()
  await page.getByRole('heading', { name: '仕訳・明細一覧' }).waitFor()
})
