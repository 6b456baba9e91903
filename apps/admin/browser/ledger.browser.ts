import type { Page, Request } from '@playwright/test'
import { yen } from '@sasaeai/domain/money/yen'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let session: ProductSession
let page: Page

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  page = (await session.signIn('accountant', { width: 1280, height: 900 })).page
})
afterAll(() => session.end())

describe('the ledger', () => {
  it('books a slip once, however often the button is pressed', async () => {
    await open('/entries/new', '1件受付')
    await page.getByLabel('入金先').selectOption({ label: '1110 現金' })
    await page.locator('#page').getByLabel('財源').selectOption({ label: '10 社協会費' })
    await page.getByLabel('会員種別').selectOption({ index: 1 })
    await page.getByLabel('金額').fill('１２，０００円')
    await page.getByRole('button', { name: '記帳する' }).dblclick()
    await page.getByText('番に記帳しました').first().waitFor()
    await page.getByLabel('金額').and(page.locator(':focus')).waitFor()
    expect(await session.database.db.prisma.journalEntry.count()).toBe(1)
  })

  it('reverses an entry, with a reason that stays in sight', async () => {
    const { id, entryNumber } = await book(3_000)
    await open(`/entries/${id}`, `伝票 ${entryNumber}番`)
    await page.getByRole('button', { name: '取り消す' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '取り消す' }).click()
    await dialog.getByRole('link', { name: /理由/ }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await dialog.getByLabel('取消の理由').fill('二重に受け付けたため')
    await dialog.getByRole('button', { name: '取り消す' }).click()
    await page.getByText('この伝票は取り消されています').waitFor()
    await page.getByRole('link', { name: `${entryNumber + 1}番` }).click()
    await page.getByText('理由：二重に受け付けたため').waitFor()
    await expect.poll(() => page.getByRole('button', { name: '取り消す' }).count()).toBe(0)
  })

  it('shows 赤伝 and 黒伝 before it books both', async () => {
    const { id, entryNumber } = await book(51_000)
    await open(`/entries/${id}`, `伝票 ${entryNumber}番`)
    await page.getByRole('button', { name: '訂正する' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('金額').fill('15000')
    await dialog.getByLabel('訂正の理由').fill('金額の入力誤り')
    const preview = await dialog.getByRole('region', { name: '記帳される伝票' }).innerText()
    expect(preview.replaceAll(/\s+/g, ' ')).toMatch(/赤伝 .*会費収入 51,000 .*黒伝 .*会費収入 15,000/)
    expect(await accessibilityFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: '訂正を記帳する' }).click()
    await page.getByText('訂正後の正しい伝票（黒伝）：').waitFor()
    await page.getByRole('link', { name: `${entryNumber + 2}番` }).click()
    await page.getByText('この伝票が訂正した元の伝票：').waitFor()
    const slip = page.getByRole('region', { name: '振替伝票' })
    await expect.poll(() => slip.getByRole('cell', { name: '15,000' }).count()).toBe(4)
  })
})

describe('the list of postings', () => {
  const newestFirst = [800, 900, 700]

  it('keeps its filters over a reload, and its count and total are those of the rows', async () => {
    for (const amount of [700, 900, 800]) await book(amount)
    await book(30_000)
    await open('/entries', '仕訳・明細一覧')
    await page.getByText('ほかの条件', { exact: true }).click()
    await page.getByLabel('金額（以上）').fill('７００')
    await page.getByLabel('金額（以下）').fill('900円')
    await page.getByRole('button', { name: '絞り込む' }).click()
    await page.getByText('700円〜900円').waitFor()
    await expectSummaryOfRows(newestFirst)
    await page.reload()
    await page.getByText('700円〜900円').waitFor()
    await expect.poll(() => page.getByLabel('金額（以下）').inputValue()).toBe('900')
    await expectSummaryOfRows(newestFirst)
    expect(await accessibilityFindings(page)).toEqual([])
  })

  it('is sorted by amount from either end, and says so', async () => {
    await open('/entries?minYen=700&maxYen=900', '仕訳・明細一覧')
    await page.getByRole('button', { name: '金額' }).click()
    await page.waitForURL(/order=largest/)
    await page.locator('th[aria-sort=descending]', { hasText: '金額' }).waitFor()
    await expect.poll(amounts).toEqual([900, 800, 700])
    await page.getByRole('button', { name: '金額' }).click()
    await page.locator('th[aria-sort=ascending]', { hasText: '金額' }).waitFor()
    await expect.poll(amounts).toEqual([700, 800, 900])
  })

  it('is sorted on a phone as well, where no headings are', async () => {
    const { page: phone, context } = await session.signIn('accountant', { width: 375, height: 800 })
    await phone.goto(`${session.product.url}/admin/entries?minYen=700&maxYen=900`)
    // The server draws the rows, and a choice is heard once the page is awake: so it is made until it is heard.
    const choose = async () => {
      await phone.getByLabel('並べ替え').selectOption({ label: '金額の小さい順' })
      return phone.url()
    }
    await expect.poll(choose).toContain('order=smallest')
    await expect.poll(() => phone.locator('tbody td[data-label=金額]').allInnerTexts()).toEqual(['700', '800', '900'])
    expect(await phone.getByRole('button', { name: '金額', exact: true }).count()).toBe(0)
    expect([await accessibilityFindings(phone), await sidewaysOverflow(phone)]).toEqual([[], 0])
    await context.close()
    expect(await page.getByLabel('並べ替え').isVisible()).toBe(false)
  })

  // Sent with its rows it asks for none; an address that the router would write in another way is left to the browser.
  it.each([
    ['', []],
    ['?years=all', []],
    ['?minYen=700&maxYen=900&order=largest', []],
    ['?fiscalYear=2025&text=120', ['ledger.postings', 'setUp.frontDoor', 'user.me']],
    ['?areaId=nowhere', ['ledger.postings', 'setUp.frontDoor', 'user.me']],
  ])('asks at most once for its rows and who is there: %s', async (search, questions) => {
    const asked: string[] = []
    const note = (request: Request) => asked.push(...(/\/trpc\/([^?]+)/.exec(request.url())?.[1]?.split(',') ?? []))
    page.on('request', note)
    await open(`/entries${search}`, '仕訳・明細一覧')
    await page.waitForLoadState('networkidle')
    page.off('request', note)
    expect(asked.filter((path) => ['ledger.postings', 'user.me', 'setUp.frontDoor'].includes(path)).toSorted()).toEqual(questions)
  })

  it('is read before any script has come, and comes to life without a row being made anew', async () => {
    const { page: reader, context } = await session.signIn('accountant', { width: 1280, height: 800 })
    const faults: unknown[] = []
    reader.on('pageerror', (fault) => faults.push(fault))
    let letScriptsPass = () => {}
    const passed = new Promise<void>((resolve) => { letScriptsPass = resolve })
    await reader.route('**/assets/*.js', async (route) => { await passed; await route.continue() })
    await reader.goto(`${session.product.url}/admin/entries?years=all`, { waitUntil: 'commit' })
    const row = await reader.locator('tbody tr').first().elementHandle()
    const before = await row?.innerText()
    expect(before).toMatch(/\d/)
    letScriptsPass()
    await reader.locator('#root:not([inert])').waitFor()
    await reader.getByLabel('言葉・伝票番号').fill('どこにもない言葉')
    expect([await row?.innerText(), await row?.evaluate((element) => element.isConnected)]).toEqual([before, true])
    await reader.getByRole('button', { name: '絞り込む' }).click()
    await reader.getByText('当てはまる明細はありません').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  it('keeps the chosen spacing from the first sight of a page', async () => {
    const { page: reader, context } = await session.signIn('accountant', { width: 1280, height: 800 })
    await reader.goto(`${session.product.url}/admin/entries`)
    await reader.getByText('ゆったり', { exact: true }).click()
    for (const address of ['/admin/entries', '/admin/funding']) {
      await reader.goto(session.product.url + address)
      await reader.getByRole('heading', { level: 1 }).waitFor()
      expect(await reader.locator('html').getAttribute('data-density')).toBe('comfortable')
      await expect.poll(() => reader.getByRole('radio', { name: 'ゆったり' }).isChecked()).toBe(true)
    }
    await context.close()
  })

  it('shows the year in view, and all years when asked for them', async () => {
    await open('/entries', '仕訳・明細一覧')
    await page.getByLabel('年度', { exact: true }).last().selectOption('')
    await page.getByRole('button', { name: '絞り込む' }).click()
    await page.waitForURL(/years=all/)
    await page.getByText('表示している条件：すべての年度').waitFor()
    await page.setViewportSize({ width: 375, height: 800 })
    expect(await sidewaysOverflow(page)).toBe(0)
  })
})

async function open(address: string, heading: string): Promise<void> {
  await page.goto(`${session.product.url}/admin${address}`)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

function book(amountYen: number) {
  return bookSlip(session.council, aSlip(session.council, { amountYen: yen(amountYen) }))
}

/** Amounts of the rows on screen, from top to bottom. */
async function amounts(): Promise<number[]> {
  const cells = await page.locator('tbody td[data-label=金額]').allInnerTexts()
  return cells.map((text) => Number(text.replace('△', '-').replaceAll(',', '')))
}

async function expectSummaryOfRows(expected: readonly number[]): Promise<void> {
  await expect.poll(amounts).toEqual(expected)
  const total = expected.reduce((sum, amount) => sum + amount, 0).toLocaleString('ja-JP')
  await page.getByText(`${expected.length}件`, { exact: true }).waitFor()
  await page.getByText(`${total}円`, { exact: true }).waitFor()
}
