import type { Page } from '@playwright/test'
import { aCollectionPoint } from '@sasaeai/testing/a-cash-count'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeMarked } from './choose-by-typing.ts'

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  await aCollectionPoint(session.council, { kind: 'box', name: '市役所ロビー' })
  await aCollectionPoint(session.council, { kind: 'box', name: '中央図書館' })
})
afterAll(() => session.end())

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '')
const chosen = (page: Page, id: string) => page.locator(`#${id} option:checked`).innerText()

/** Goes on with Enter, field by field: a key that comes while a list is still closing would be lost. */
async function enterThrough(page: Page, stops: readonly string[]): Promise<void> {
  for (const stop of stops) {
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(stop)
  }
}

/** Types what stands in the cells from the largest note to the smallest coin, with Enter alone. */
async function countWithTenKey(page: Page, pieces: readonly string[]): Promise<void> {
  for (const text of pieces) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

const entries = async () => {
  const all = await session.database.db.prisma.cashCount.findMany({ include: { entry: { include: { point: { include: { point: true } } } } }, orderBy: { entry: { entryNumber: 'asc' } } })
  return all.map(({ amountYen, countedBy, entry }) => [Number(amountYen), countedBy, entry.point?.point.name ?? null])
}

it('counts two boxes without a mouse: ten-key, arrows and Enter', async () => {
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${session.product.url}/admin/chest/count`)
  await page.locator('#campaignId').focus()
  await page.keyboard.press('ArrowDown')
  expect(await chosen(page, 'campaignId')).toContain('赤い羽根共同募金')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('collectionMethodId')
  await page.keyboard.type('9')
  expect(await chosen(page, 'collectionMethodId')).toBe('9 その他の募金')
  // Day and cash account are there already.
  await enterThrough(page, ['countedOn', 'cashAccountId', 'pointId'])
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: /市役所ロビー/ }).waitFor()
  await takeMarked(page.locator('#pointId'))
  expect(await page.locator('#pointId').inputValue()).toBe('市役所ロビー')
  await enterThrough(page, ['areaId', 'firstCounter'])
  await page.keyboard.type('山田')
  await page.keyboard.press('Enter')
  await page.keyboard.type('佐藤')
  await enterThrough(page, ['count', 'note', 'pieces-10000'])
  await countWithTenKey(page, ['', '', '', '3', '5', '31', '8', '120', '4', '37'])
  await expect.poll(() => focused(page)).toBe('記帳する')
  expect(await page.locator('tfoot').first().innerText()).toContain('10,257')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('伝票 1番に記帳しました').waitFor()

  // 続けて: drive, method, day and counters stay; the cursor waits at the place.
  await page.waitForFunction(() => document.activeElement?.id === 'pointId')
  expect([await chosen(page, 'campaignId'), await page.locator('#firstCounter').inputValue()].join(' ')).toContain('赤い羽根共同募金 山田')
  await page.keyboard.type('図書館')
  await page.getByRole('option', { name: /中央図書館/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await takeMarked(page.locator('#pointId'))
  expect(await page.locator('#pointId').inputValue()).toBe('中央図書館')
  await enterThrough(page, ['areaId', 'firstCounter', 'secondCounter', 'count', 'note', 'pieces-10000'])
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toBe('pieces-500')
  await countWithTenKey(page, ['2', '', '', '', '', ''])
  await page.keyboard.press('Enter')
  await page.getByText('伝票 2番に記帳しました').waitFor()
  expect(await entries()).toEqual([[10_257, '山田、佐藤', '市役所ロビー'], [1_000, '山田、佐藤', '中央図書館']])
  await context.close()
})

it('what is typed outlives a reload and a server that dies in the middle, and is booked once', async () => {
  const { product } = session
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${product.url}/admin/chest/count`)
  await page.locator('#campaignId').selectOption({ index: 1 })
  await page.locator('#collectionMethodId').selectOption({ label: '4 街頭募金' })
  await page.locator('#firstCounter').fill('鈴木')
  await page.locator('#pieces-1000').fill('7')
  await page.reload()
  await page.getByText('まだ記帳していない計数の続きです').waitFor()
  expect(await page.locator('#pieces-1000').inputValue()).toBe('7')
  const before = (await entries()).length
  // The first answer is lost on its way; the second press is answered with what the first has booked.
  let isLost = false
  await page.route('**/trpc/communityChest.point.postCount**', async (route) => {
    if (isLost) return route.continue()
    isLost = true
    await route.fetch()
    return route.abort()
  })
  await page.getByRole('button', { name: '記帳する' }).click()
  await page.locator('form [role="alert"], form [aria-live]').first().waitFor()
  await product.kill()
  await product.start()
  await page.getByRole('button', { name: '記帳する' }).click()
  await page.getByText('伝票 3番に記帳しました').waitFor()
  expect((await entries()).slice(before)).toEqual([[7_000, '鈴木', null]])
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#pieces-1000')?.value === '')
  await context.close()
})

it('names what is missing, undoes a count, and fits on a phone; who may not write sees no sheet', async () => {
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/chest/count`)
  await page.getByRole('button', { name: '記帳する' }).click()
  await page.getByText('枚数を入力してください').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '伝票2番の計数を取り消す' }).click()
  await page.getByRole('dialog').getByLabel('取消の理由').fill('数え直し')
  await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click()
  await page.getByText(/に取消済み/).waitFor()
  await page.setViewportSize({ width: 375, height: 812 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await context.close()
  const executive = await session.signIn('executive')
  await executive.page.goto(`${session.product.url}/admin/chest/count`)
  await executive.page.getByText('山田、佐藤').first().waitFor()
  expect(await executive.page.getByRole('button', { name: /記帳する|取り消す/ }).count()).toBe(0)
  await executive.context.close()
})
