import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { deps, actors } = session.council
  const created = await createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name: '髙橋 一郎', kana: 'タカハシ イチロウ', address: 'ささえ市日吉町1番' }))
  if (!created.ok) throw new Error(created.code)
})
afterAll(() => session.end())

it('takes 香典返し split over two purposes, keeps it over a reload, books it to the yen and names it as agreed', async () => {
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/donations/new`)
  await page.locator('#supporterId').fill('タカハシ')
  await page.getByRole('option', { name: /髙橋 一郎/ }).click()
  await page.locator('#kind').selectOption('memorial')
  await page.locator('#deceasedName').fill('髙橋 太郎')
  await page.locator('#amountYen').fill('５００００')
  await page.getByRole('button', { name: '使いみちを分ける' }).click()
  await page.locator('#fundId-0').selectOption({ label: '02 子ども食堂応援' })
  await page.locator('#amountYen-0').fill('30,001')
  await page.locator('#amountYen-1').fill('20,000')
  await page.getByText('残り △1円').waitFor()
  await page.getByRole('button', { name: '記帳する' }).click()
  await page.getByText('合計が、いただいた50,000円と合いません').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.reload()
  await page.getByText('まだ記帳していない寄附の続きです').waitFor()
  await expect.poll(() => page.locator('#deceasedName').inputValue()).toBe('髙橋 太郎')
  await page.locator('#amountYen-1').fill('19,999')
  await page.getByRole('radio', { name: '実名', exact: true }).check({ force: true })
  // From the last field by the keyboard alone.
  await page.locator('#note').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '寄附を見る' }).click()
  await page.getByRole('heading', { name: '髙橋 一郎の寄附' }).waitFor()
  await page.getByText('子ども食堂応援　30,001円').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.goto(`${session.product.url}/admin/donations/acknowledgments`)
  await page.getByRole('link', { name: '髙橋 一郎 様' }).waitFor()
  await page.getByText('50,000円').waitFor()
  await context.close()
})

it('writes a template with fields put in by a press, is told of one that is unknown, thanks with it and finds the words on the giver’s page', async () => {
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/settings/letter-templates`)
  await page.getByRole('button', { name: '香典返しの礼状を編集する' }).click()
  const body = page.getByRole('textbox', { name: '本文' })
  await body.fill('{なまえ}\n様、ありがとうございました。')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('{なまえ}という差し込み項目はありません。使えるのは {氏名} {敬称}').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await body.fill('様、ありがとうございました。')
  await body.press('Home')
  await page.getByRole('button', { name: '氏名', exact: true }).click()
  await page.getByLabel('紙の見え方').getByText('支援　太郎様、ありがとうございました。').waitFor()
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('ひな形を保存しました').waitFor()

  await page.goto(`${session.product.url}/admin/donations`)
  await page.getByRole('link', { name: /髙橋 一郎/ }).click()
  await page.getByRole('button', { name: '礼状を渡したことを記録' }).click()
  await page.getByRole('button', { name: '記録する' }).click()
  await page.getByText('礼状を記録しました').waitFor()
  await page.getByRole('link', { name: '支援者のページ' }).click()
  await page.getByRole('tab', { name: '会員・書類・接触' }).click()
  await page.getByText('ご寄附のお礼').click()
  await page.getByText('髙橋 一郎様、ありがとうございました。').waitFor()
  await context.close()
})
