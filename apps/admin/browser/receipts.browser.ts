import { createHash } from 'node:crypto'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
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

async function bookGift(name: string, amountYen: number, email = '') {
  const { council, database } = session
  const supporterId = id<'SupporterId'>(council.deps.newId())
  const number = (await database.db.prisma.supporter.count()) + 700
  await database.db.prisma.supporter.create({ data: { id: supporterId, number, kind: 'person', name, kana: '', address: 'ささえ市中央町1番', email, searchText: '' } })
  const gift = { entryDate: localDate(`${council.fiscalYear}-04-10`), fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1 }
  return bookSlip(council, aSlip(council, { ...gift, supporterId, amountYen: yen(amountYen) }))
}

it('gifts are receipted together, the paper opens as it is kept, its way is logged, and undoing the gift voids it', async () => {
  const { product } = session
  const slip = await bookGift('髙﨑 花子', 12_345)
  await bookGift('ささえ 太郎', 5_000)
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/receipts/gifts`)
  await page.getByRole('row', { name: /髙﨑 花子/ }).waitFor()
  await page.getByRole('button', { name: 'この一覧に発行する' }).click()
  await page.getByText('領収書を2枚発行しました').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('link', { name: '領収書', exact: true }).click()
  await page.getByRole('heading', { name: '領収書', level: 1 }).waitFor()
  const row = page.getByRole('row', { name: /髙﨑 花子/ })
  const address = await row.getByRole('link', { name: /の領収書を開く/ }).getAttribute('href')
  const paper = await context.request.get(`${product.url}${address}`)
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect(paper.headers()['etag']).toBe(`"${createHash('sha256').update(await paper.body()).digest('hex')}"`)
  await row.getByRole('button', { name: /の控え/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '受渡しを記録する' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '記録する', exact: true }).click()
  await page.getByRole('dialog').getByText('手渡し').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).last().click()

  await page.goto(`${product.url}/admin/entries/${slip.id}`)
  await page.getByRole('button', { name: '領収書を無効にして取り消す' }).click()
  await page.getByRole('dialog').getByLabel('取消の理由').fill('入金が取り消されたため')
  await page.getByRole('dialog').getByRole('button', { name: '無効にして取り消す' }).click()
  await page.getByText(/を無効にし、伝票/).waitFor()
  await page.goto(`${product.url}/admin/receipts/register`)
  await expect.poll(() => page.getByRole('row', { name: /髙﨑 花子/ }).innerText()).toMatch(/無効[\s\S]*入金が取り消されたため/)
  await page.setViewportSize({ width: 375, height: 812 })
  expect(await sidewaysOverflow(page)).toBe(0)
  // Who may not read receipts gets none of their papers.
  const executive = await session.signIn('executive')
  expect((await executive.context.request.get(`${product.url}${address}`)).status()).toBe(403)
  await Promise.all([context.close(), executive.context.close()])
})

it('a receipt goes into the outbox with its PDF, and from there by hand, where no mail server is set up', async () => {
  const { product } = session
  const slip = await bookGift('山田 良子', 3_000, 'yoshiko@example.jp')
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/entries/${slip.id}`)
  await page.getByRole('button', { name: '山田 良子の領収書を発行する' }).click()
  await page.getByText(/を発行しました/).waitFor()
  await page.goto(`${product.url}/admin/receipts`)
  await page.getByRole('row', { name: /山田 良子/ }).first().getByRole('button', { name: /をメールで送る/ }).click()
  await page.getByRole('dialog').getByText('この方の領収書の渡し方は、PDFではありません').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '送信箱に入れる' }).click()
  await page.getByText(/のメールを送信箱に入れました/).waitFor()
  await page.goto(`${product.url}/admin/outbox`)
  await page.getByText('メールサーバーが設定されていないので、自動では送りません').waitFor()
  await page.getByRole('link', { name: '山田 良子' }).first().click()
  const file = await context.request.get(`${product.url}${await page.getByRole('link', { name: /^領収書_.*\.pdf$/ }).getAttribute('href')}`)
  expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  await page.getByRole('button', { name: '手で送ったことにする' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '送信済みにする' }).click()
  await page.getByText('会計担当さんが手で送信').first().waitFor()
  await page.goto(`${product.url}/admin/receipts`)
  await page.getByRole('row', { name: /山田 良子/ }).first().getByRole('button', { name: /の控え/ }).click()
  await page.getByRole('dialog').getByText(/メール　会計担当/).waitFor()
  const executive = await session.signIn('executive')
  expect((await executive.context.request.get(file.url())).status()).toBe(403)
  await Promise.all([context.close(), executive.context.close()])
})
