import type { CollectionPointId } from '@sasaeai/domain/ids'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { aCollectionPoint } from '@sasaeai/testing/a-cash-count'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
let box: CollectionPointId

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  box = await aCollectionPoint(council, { kind: 'box', name: '市役所ロビー' })
  await bookSlip(council, aChestSlip(council, {
    entryDate: localDate(`${council.fiscalYear}-04-10`), collectionMethodId: council.method('その他の募金'), amountYen: yen(8_000), count: 1, areaId: undefined,
  }))
})
afterAll(() => session.end())

it('keeps the places of collection by kind, and each says what it brought', async () => {
  const { product } = session
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${product.url}/admin/chest/points`)
  await page.getByRole('tab', { name: '協力店' }).click()
  await page.getByRole('button', { name: '協力店を追加する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await dialog.getByText('コードを入力してください').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('番号').fill('１')
  await dialog.getByLabel('名称').fill('ささえ商店')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await page.getByRole('link', { name: 'ささえ商店' }).waitFor()

  await page.getByRole('tab', { name: '募金箱' }).click()
  expect(page.url()).toContain('kind=box')
  await page.getByRole('link', { name: '市役所ロビー' }).click()
  await page.getByLabel('1番', { exact: true }).check()
  await page.getByRole('button', { name: '選んだ1件を結びつける' }).click()
  await page.getByRole('row', { name: /8,000/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '1番の結びつけを外す' }).click()
  await page.getByRole('heading', { name: '場所の決まっていない入金' }).waitFor()
  await page.getByRole('button', { name: '元に戻す' }).last().click()
  await page.getByRole('button', { name: '1番の結びつけを外す' }).waitFor()
  await page.goto(`${product.url}/admin/chest/points`)
  await expect.poll(() => page.getByRole('row', { name: /市役所ロビー/ }).innerText()).toContain('8,000')
  await context.close()
})

it('fits on a phone; an executive only looks', async () => {
  const { context, page } = await session.signIn('executive')
  await page.setViewportSize({ width: 375, height: 812 })
  for (const address of ['', `/${box}`]) {
    await page.goto(`${session.product.url}/admin/chest/points${address}`)
    await page.getByText('市役所ロビー').first().waitFor()
    expect(await sidewaysOverflow(page)).toBe(0)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await page.getByRole('button', { name: /追加する|編集|結びつけ/ }).count()).toBe(0)
  }
  await context.close()
})
