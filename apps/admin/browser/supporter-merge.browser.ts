import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  const register = (details: object) =>
    done(createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', kana: 'サイトウ ハナコ', ...details })))
  const gift = { fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1, entryDate: localDate(`${council.fiscalYear}-04-10`) }
  const old = await register({ name: '齋藤 花子', phone: '0942-34-3035', address: 'ささえ市日吉町一丁目2番3号' })
  const twice = await register({ name: '斎藤花子', phone: '0942343035', address: 'ささえ市日吉町1-2-3', note: '封筒希望' })
  await bookSlip(council, aSlip(council, { ...gift, amountYen: yen(10_000), supporterId: old.supporterId }))
  await bookSlip(council, aSlip(council, { ...gift, amountYen: yen(3_000), supporterId: twice.supporterId }))
})
afterAll(() => session.end())

it('finds who is there twice, merges them field by field and undoes it again', async () => {
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/supporters/duplicates`)
  await page.getByRole('button', { name: '候補をさがす' }).click()
  await page.getByText('確からしさ 100').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: '見比べる' }).click()
  await page.getByRole('link', { name: '10,000円' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('group', { name: '名前' }).getByLabel('斎藤花子').check()
  await page.getByRole('button', { name: '名寄せする' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '名寄せする' }).click()
  await page.getByRole('heading', { name: '斎藤花子', level: 1 }).waitFor()

  await page.goto(`${session.product.url}/admin/supporters/merges`)
  await page.getByRole('button', { name: '取り消す' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '取り消す' }).click()
  await dialog.getByText('取り消す理由を入力してください').first().waitFor()
  await dialog.getByLabel('取り消す理由').fill('同姓同名の別人だった')
  await dialog.getByRole('button', { name: '取り消す' }).click()
  await page.getByText('取消し済み').waitFor()
  await page.setViewportSize({ width: 375, height: 812 })
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})

it('another person is marked so and does not come back; the receptionist merges nothing', async () => {
  const { context, page } = await session.signIn('receptionist')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/supporters/duplicates`)
  await page.getByRole('link', { name: '見比べる' }).click()
  await page.getByText('名寄せは、管理者か会計担当が行います。').waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.goBack()
  await page.getByRole('button', { name: '別人にする' }).click()
  await page.getByText('候補はありません').waitFor()
  await page.getByRole('button', { name: '候補をさがす' }).click()
  await page.getByText('名簿全体をさがしました').waitFor()
  await page.getByText('候補はありません').waitFor()
  await context.close()
})
