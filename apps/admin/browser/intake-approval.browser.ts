import type { IntakeBatchId } from '@sasaeai/domain/ids'
import { accessibilityFindings } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { atTheDesk, batchOf, eventually, focusedLabel, press } from './intake-typist.ts'

let session: ProductSession

beforeAll(async () => {
  const now = new Date()
  session = await openProductSession({ year: now.getMonth() < 3 ? now.getFullYear() - 1 : now.getFullYear() })
  const { prisma } = session.database.db
  await prisma.council.update({ where: { id: 1 }, data: { requiresIntakeApproval: true } })
})
afterAll(() => session.end())

const entriesOf = (intakeBatchId: IntakeBatchId) =>
  session.database.db.prisma.journalEntry.count({ where: { intakeBatchId } })

/** A receptionist has typed a bundle of one slip and asked for approval. */
async function aBatchHandedIn() {
  const { page, batchId } = await atTheDesk(session)
  await press(page, '01-01⏎⏎1⏎500⏎')
  await press(page, '1⏎1⏎500⏎⏎')
  await eventually(() => focusedLabel(page)).toBe('承認を依頼')
  await press(page, '⏎')
  await page.getByText('承認を依頼しています').waitFor()
  return { page, batchId }
}

/** Somebody else looks at that batch. */
async function lookedAtBy(role: 'accountant' | 'auditor', batchId: IntakeBatchId) {
  const { page } = await session.signIn(role)
  await page.goto(`${session.product.url}/admin/intake/${batchId}`)
  await page.getByText('承認を依頼しています').waitFor()
  return page
}

it('books what one person has typed and another has approved', async () => {
  const { page, batchId } = await aBatchHandedIn()
  expect(await page.getByRole('button', { name: '承認して記帳' }).count()).toBe(0)
  await expect.poll(() => page.getByText('別の会計担当か管理者が、確かめて記帳します').count()).toBe(1)
  expect(await entriesOf(batchId)).toBe(0)

  const auditor = await lookedAtBy('auditor', batchId)
  expect(await auditor.getByRole('button', { name: '承認して記帳' }).count()).toBe(0)
  const accountant = await lookedAtBy('accountant', batchId)
  expect(await accessibilityFindings(accountant)).toEqual([])
  await accountant.getByRole('button', { name: '承認して記帳' }).click()
  await accountant.getByText('1件 500円を記帳しました').waitFor()
  expect(await entriesOf(batchId)).toBe(1)

  await page.reload()
  await page.getByText('1件 500円を記帳しました').waitFor()
  await Promise.all([page, auditor, accountant].map((each) => each.context().close()))
})

it('does not let an accountant approve what they have handed in themselves', async () => {
  const { page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/intake`)
  await page.getByRole('button', { name: '新しい受付' }).click()
  await eventually(() => focusedLabel(page)).toBe('地域')
  await press(page, '01-01⏎⏎1⏎700⏎')
  await press(page, '1⏎1⏎700⏎⏎⏎')
  await page.getByText('別の会計担当か管理者が、確かめて記帳します').waitFor()
  expect(await page.getByRole('button', { name: '承認して記帳' }).count()).toBe(0)
  expect(await entriesOf(batchOf(page))).toBe(0)
  await page.context().close()
})

it('is taken back by whoever handed it in, and not booked by somebody who still looks at it', async () => {
  const { page, batchId } = await aBatchHandedIn()
  const accountant = await lookedAtBy('accountant', batchId)
  expect(await accountant.getByRole('button', { name: '取り下げる' }).count()).toBe(0)
  await page.getByRole('button', { name: '取り下げる' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '取り下げる' }).click()
  await page.getByLabel('統制合計').fill('600')
  await page.getByLabel('1行目 金額').fill('600')
  await page.getByRole('button', { name: '承認を依頼' }).click()
  await page.getByText('承認を依頼しています').waitFor()

  await accountant.getByRole('button', { name: '承認して記帳' }).click()
  await accountant.getByText('表示したあとで変更されました').waitFor()
  expect(await entriesOf(batchId)).toBe(0)
  await accountant.getByRole('button', { name: '承認して記帳' }).click()
  await accountant.getByText('1件 600円を記帳しました').waitFor()
  await Promise.all([page, accountant].map((each) => each.context().close()))
})

it('comes back to the desk with the reason, is corrected and handed in again', async () => {
  const { page, batchId } = await aBatchHandedIn()
  const accountant = await lookedAtBy('accountant', batchId)
  await accountant.getByRole('button', { name: '差し戻す' }).click()
  const dialog = accountant.getByRole('dialog', { name: '受付を差し戻す' })
  await dialog.getByRole('button', { name: '差し戻す' }).click()
  await dialog.getByText('差し戻す理由を入力してください', { exact: false }).waitFor()
  await dialog.getByLabel('理由').fill('1行目の金額が持参票と違います')
  await dialog.getByRole('button', { name: '差し戻す' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.reload()
  await page.getByText('差し戻されました：1行目の金額が持参票と違います').waitFor()
  await page.getByLabel('統制合計').fill('600')
  await page.getByLabel('1行目 金額').fill('600')
  await page.getByRole('button', { name: '承認を依頼' }).click()
  await page.getByText('承認を依頼しています').waitFor()
  await expect.poll(() => page.getByText('差し戻されました').count()).toBe(0)

  await accountant.reload()
  await accountant.getByRole('button', { name: '承認して記帳' }).click()
  await accountant.getByText('1件 600円を記帳しました').waitFor()
  expect(await entriesOf(batchId)).toBe(1)
  await Promise.all([page, accountant].map((each) => each.context().close()))
})
