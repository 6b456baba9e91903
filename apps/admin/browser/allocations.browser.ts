import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
})
afterAll(() => session.end())

it('keeps a 配分金 from its decision to its use: received in parts, undone, used, exported', async () => {
  const { product } = session
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/chest/allocations`)
  await page.getByText('この年度に交付された配分金はまだありません').waitFor()

  await page.getByRole('button', { name: '配分金を追加する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('地域福祉活動配分金')
  await dialog.getByLabel('枠').fill('A枠')
  await dialog.getByLabel('財源').selectOption({ label: '一般募金配分金' })
  await dialog.getByLabel('決定日').fill('0401')
  await dialog.getByLabel('決定額').fill('1000000')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '保存する' }).click()
  await page.getByRole('link', { name: '地域福祉活動配分金', exact: true }).click()
  await page.getByRole('heading', { name: '地域福祉活動配分金', exact: true }).waitFor()

  await page.getByRole('button', { name: '受け入れる' }).click()
  await expect.poll(() => dialog.getByLabel('受け入れた額').inputValue()).toBe('1,000,000')
  await dialog.getByLabel('受け入れた額').fill('1,000,001')
  await dialog.getByLabel('入金先').selectOption({ label: '1120 普通預金' })
  await dialog.getByRole('button', { name: '受入れを記帳する' }).click()
  await dialog.getByText('受け入れられるのはあと1,000,000円').first().waitFor()
  await dialog.getByLabel('受け入れた額').fill('600,000')
  await dialog.getByRole('button', { name: '受入れを記帳する' }).click()
  await page.getByText('配分金の受入れを記帳しました').waitFor()
  await page.getByText('これから受け入れる額 400,000円').waitFor()
  await page.getByRole('button', { name: /の受入れを取り消す/ }).click()
  await dialog.getByLabel('取消の理由').fill('金額の誤り')
  await dialog.getByRole('button', { name: '取り消す', exact: true }).click()
  await page.getByText(/に取消済み/).waitFor()
  await page.getByText('これから受け入れる額 1,000,000円').waitFor()

  await page.getByRole('button', { name: '使途を追加する' }).click()
  await dialog.getByLabel('団体').fill('ささえ市社会福祉協議会')
  await dialog.getByLabel('事業名').fill('ふれあいサロン')
  await dialog.getByLabel('助成額').fill('1200000')
  await dialog.getByLabel('報告の期限').fill('R2.3.31')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await page.getByText('期限を過ぎています').waitFor()
  await page.getByText('使途の合計が決定額を200,000円超えています').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '「ふれあいサロン」を削除する' }).click()
  await page.getByText('使途はまだ記録していません').waitFor()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await page.getByText('期限を過ぎています').waitFor()

  await page.goto(`${product.url}/admin/chest/allocations`)
  await page.getByText('使途の報告の期限を過ぎたものがあります').waitFor()
  await page.getByRole('button', { name: '公開データベース用' }).click()
  await dialog.getByLabel('CSV（Shift_JIS）').check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '書き出す', exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/^使途_公開データベース用_.+\.csv$/)

  // As of a moment it tells the same, of one 配分金 too, and nothing can be done with it.
  await page.goto(`${product.url}/admin/chest/allocations?postedUntil=${new Date().toISOString()}`)
  await page.getByRole('link', { name: '地域福祉活動配分金', exact: true }).click()
  await page.getByText('決定額・使途・報告も、その時点の登録によります').waitFor()
  await page.getByRole('heading', { name: '地域福祉活動配分金', exact: true }).waitFor()
  await page.getByText('ふれあいサロン').first().waitFor()
  expect(await page.getByRole('button', { name: /受け入れる|取り消す|直す|削除|追加|使用終了/ }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})

it('a phone shows all of it without moving sideways, and an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/chest/allocations`)
  await page.getByRole('link', { name: '地域福祉活動配分金', exact: true }).click()
  await page.getByRole('heading', { name: '使途', exact: true }).waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('button', { name: /受け入れる|取り消す|直す|削除|追加/ }).count()).toBe(0)
  await context.close()
})
