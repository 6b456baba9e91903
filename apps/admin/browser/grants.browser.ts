import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aGroup } from '@sasaeai/testing/a-grant'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chooseByTyping } from './choose-by-typing.ts'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  const money = { fundingSourceId: council.source('歳末たすけあい'), campaignId: council.campaign('歳末たすけあい'), amountYen: yen(200_000) }
  await bookSlip(council, aChestSlip(council, { ...money, entryDate: localDate(`${council.fiscalYear}-04-01`) }))
  await aGroup(council, '日吉ふれあいサロン')
})
afterAll(() => session.end())

it('opens a call, takes in an application, decides, pays and writes down the report; 見舞金 names nobody', async () => {
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/grants`)
  await page.getByRole('button', { name: '助成を追加する' }).click()
  let dialog = page.getByRole('dialog')
  await dialog.getByLabel('助成の種類').selectOption({ label: '団体助成' })
  await dialog.getByLabel('名称').fill('歳末 団体助成')
  await dialog.getByLabel('予算額').fill('５０，０００')
  await dialog.getByLabel('受付開始日').fill('4/1')
  await dialog.getByLabel('締切日').fill('3/31')
  await page.getByRole('button', { name: '保存する' }).click()
  await dialog.getByText('支払う運動を選んでください。').first().waitFor()
  await dialog.getByLabel('支払う運動').selectOption({ label: '歳末たすけあい' })
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByRole('link', { name: '歳末 団体助成' }).click()

  await page.getByRole('button', { name: '申請を受け付ける' }).click()
  dialog = page.getByRole('dialog')
  await chooseByTyping(dialog.getByRole('combobox', { name: '支援者' }), { typed: '日吉', option: /日吉ふれあいサロン/ })
  await dialog.getByLabel('事業名').fill('餅つき会')
  await dialog.getByLabel('申請額').fill('80000')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('決定待ち').waitFor()

  await page.getByRole('tab', { name: '決定' }).click()
  await page.getByRole('link', { name: '配分委員会', exact: true }).last().click()
  await page.getByRole('button', { name: '配分委員会を追加する' }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('第1回配分委員会')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByRole('rowheader', { name: '第1回配分委員会' }).waitFor()
  await page.goBack()
  await page.getByLabel('第1号の決定額').fill('60000')
  await page.getByText('（予算額を超えています）').waitFor()
  await page.getByRole('button', { name: '変更した1件の決定を保存する' }).click()
  await page.getByText('決定額と見舞金の合計が、予算額を10,000円超えています').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('tab', { name: '申請・支払・報告' }).click()
  await page.getByRole('button', { name: '採択分を支払う' }).click()
  await page.getByLabel('第1号の支払額').fill('60001')
  await page.getByRole('button', { name: '支払を記帳する' }).click()
  await page.getByRole('dialog').getByText('申請第1号の支払が決定額を超えます').waitFor()
  await page.getByLabel('第1号の支払額').fill('60000')
  await page.getByRole('button', { name: '支払を記帳する' }).click()
  const isOwing = page.getByLabel('報告を待っている申請だけを表示する')
  await isOwing.check()
  await page.getByRole('button', { name: '第1号の報告' }).click()
  dialog = page.getByRole('dialog')
  await dialog.getByLabel('使った額').fill('58000')
  await dialog.getByLabel('対象者数').fill('６０')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('報告を待っている申請はありません').waitFor()
  await isOwing.uncheck()
  await page.getByText('使い残し 2,000円').waitFor()

  await page.getByRole('tab', { name: '見舞金' }).click()
  await page.getByRole('button', { name: '見舞金を支払う' }).click()
  dialog = page.getByRole('dialog')
  await dialog.getByLabel('対象区分').waitFor()
  // Every box to type in is one for numbers or the day.
  const typed = await dialog.locator('input[type=text], input:not([type]), textarea').evaluateAll((boxes) => boxes.map((box) => box.id))
  expect(typed.toSorted()).toEqual(['amountYen', 'paidOn', 'recipients'])
  await dialog.getByLabel('対象区分').selectOption({ label: 'ひとり親世帯' })
  await dialog.getByLabel('校区').selectOption({ label: '01 日吉校区' })
  await dialog.getByLabel('対象者数').fill('12')
  await dialog.getByLabel('金額（合計）').fill('140001')
  await page.getByRole('button', { name: '支払を記帳する' }).click()
  await dialog.getByText('支払えるのは140,000円まで').first().waitFor()
  await dialog.getByLabel('金額（合計）').fill('120000')
  await page.getByRole('button', { name: '支払を記帳する' }).click()
  await page.getByRole('cell', { name: '120,000' }).first().waitFor()
  await page.getByRole('button', { name: /の取消$/ }).click()
  await page.getByRole('button', { name: '取り消す', exact: true }).click()
  await page.getByText('取消済み').waitFor()
  await page.getByRole('link', { name: '歳末の見直し' }).click()
  await page.getByText('60,000').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})

it('a phone shows all of it without moving sideways, and an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/grants`)
  await page.getByRole('link', { name: '歳末 団体助成' }).click()
  for (const tab of ['決定', '見舞金', '申請・支払・報告']) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await sidewaysOverflow(page)).toBe(0)
    expect(await accessibilityFindings(page)).toEqual([])
  }
  expect(await page.getByRole('button', { name: /支払う|受け付ける|直す|取消/ }).count()).toBe(0)
  await context.close()
})
