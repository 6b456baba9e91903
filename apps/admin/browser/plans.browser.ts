import type { Page } from '@playwright/test'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { aPlan } from '@sasaeai/testing/a-plan'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
let page: Page

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  await aPlan(session.council)
  ;({ page } = await session.signIn('accountant'))
})
afterAll(() => session.end())

it('measures a plan by one indicator more, and keeps what the committee says of it', async () => {
  await page.goto(`${session.product.url}/admin/plans`)
  await page.getByRole('link', { name: '中期経営計画', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '指標を選ぶ' }).click()
  await dialog.getByLabel('指標を加える').selectOption({ label: '寄附の件数' })
  await dialog.getByLabel('3番目の指標の柱').fill('寄附を広げる')
  await dialog.getByRole('button', { name: '「寄附の件数」を上へ' }).click()
  await dialog.getByRole('button', { name: '保存する' }).click()
  const progress = page.getByRole('table', { name: '計画の進みぐあい' })
  await progress.getByText('寄附を広げる').waitFor()

  await page.getByRole('button', { name: '計画推進委員会での「寄附の件数」の評価を入力' }).click()
  await dialog.getByLabel('評価の区分').selectOption({ label: 'おおむね達成' })
  await dialog.getByLabel('次期への課題').fill('2回目の寄附につなげる。')
  await dialog.getByRole('button', { name: '保存する' }).click()
  const reviewed = page.getByRole('table', { name: '計画推進委員会の指標ごとの評価' })
  await reviewed.getByText('2回目の寄附につなげる。').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.setViewportSize({ width: 703, height: 1017 })
  await page.emulateMedia({ media: 'print' })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
})

it('gives a 校区 without a plan one, with a fund behind it, and takes it away when asked twice', async () => {
  await page.goto(`${session.product.url}/admin/plans/districts`)
  await page.getByRole('button', { name: '篠山校区に計画を追加する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('策定の状況').selectOption({ label: '策定済' })
  await dialog.getByRole('button', { name: '保存する' }).click()
  await dialog.getByText('初年度を入力してください。例：令和6年度').first().waitFor()
  await dialog.getByLabel('初年度').fill('R6')
  await dialog.getByLabel('最終年度').fill('Ｒ１０')
  await dialog.getByLabel('子ども食堂応援').check()
  await dialog.getByRole('button', { name: '保存する' }).click()
  await page.getByText('篠山校区福祉活動計画').waitFor()
  await page.getByText('令和6年度〜令和10年度').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.getByRole('button', { name: '篠山校区の「篠山校区福祉活動計画」を編集する' }).click()
  await dialog.getByRole('button', { name: 'この計画を削除する' }).click()
  const question = page.getByRole('dialog', { name: '計画「篠山校区福祉活動計画」を削除しますか？' })
  await question.getByRole('button', { name: 'やめる' }).click()
  await dialog.getByRole('button', { name: 'この計画を削除する' }).click()
  await question.getByRole('button', { name: '削除する' }).click()
  await page.getByText('「篠山校区福祉活動計画」を削除しました').waitFor()
  await page.getByRole('button', { name: '篠山校区の「篠山校区福祉活動計画」を編集する' }).waitFor({ state: 'detached' })

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Excel・CSV' }).click()
  await dialog.getByLabel('CSV（Shift_JIS）').check()
  await dialog.getByRole('button', { name: '書き出す' }).click()
  expect((await download).suggestedFilename()).toMatch(/^校区福祉活動計画_.*\.csv$/)
})
