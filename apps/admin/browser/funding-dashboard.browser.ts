import type { Browser, Page } from '@playwright/test'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { demoAccounts, demoPassword } from '@sasaeai/domain/user/demo-accounts'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { launchBrowser } from '@sasaeai/testing/browser/launch-browser'
import { type RunningProduct, startProduct } from '@sasaeai/testing/browser/running-product'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../../prisma/seed/seed-demo.ts'

let database: TestDatabase
let product: RunningProduct
let browser: Browser
let page: Page

// An executive's afternoon with the demo council: all 46 districts, a little money in each.
beforeAll(async () => {
  database = await createTestDatabase()
  await seedDemo(database.ownerUrl, { today: localDateInTokyo(new Date()), scale: 0.1 })
  ;[product, browser] = await Promise.all([startProduct(database.ownerUrl), launchBrowser()])
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
  })
  const executive = demoAccounts.find(({ role }) => role === 'executive')
  const answer = await context.request.post(`${product.url}/auth/sign-in/email`, {
    headers: { origin: product.url },
    data: { email: executive?.email, password: demoPassword },
  })
  expect(answer.ok()).toBe(true)
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await database.drop()
})

async function openFunding(search = ''): Promise<void> {
  await page.goto(`${product.url}/admin/funding${search}`)
  await page.getByRole('heading', { name: '収入の内訳' }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** The total under the list of 明細, without its unit. */
async function totalListed(): Promise<string> {
  const total = page.locator('dt', { hasText: '合計' }).locator('xpath=following-sibling::dd')
  await expect.poll(() => total.innerText()).toMatch(/円$/)
  return (await total.innerText()).replace(/円$/, '')
}

test('every kind of figure opens the list that adds up to it', async () => {
  const kinds = ['収入の受入額', '募金の受入額（預り金）', '社協会費 今年度', '社協会費 前年同日', '日吉校区']
  for (const kind of kinds) {
    await openFunding()
    const link = page.locator(`a[aria-label^="${kind} "]`).first()
    const shown = (await link.getAttribute('aria-label'))?.slice(kind.length + 1).replace(/円の内訳$/, '')
    await link.click()
    await page.getByRole('heading', { name: '仕訳・明細一覧' }).waitFor()
    expect({ kind, total: await totalListed() }).toEqual({ kind, total: shown })
  }
}, 120_000)

test('it can be turned to another day and another money, and put in order', async () => {
  await openFunding('?category=donation')
  expect(await page.getByRole('heading', { name: '寄附金', exact: true }).count()).toBe(1)
  await page.getByRole('button', { name: '達成率', exact: true }).first().click()
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('attainment')
  await page.getByLabel('基準日', { exact: true }).last().fill('4/10')
  await page.getByRole('button', { name: 'この日で見る' }).click()
  await page.getByText(/4月10日まで（前年同日は/).waitFor()
})

test('it is clean to axe, and whole on a phone and a tablet', async () => {
  await openFunding()
  expect(await accessibilityFindings(page)).toEqual([])
  for (const width of [375, 768]) {
    await page.setViewportSize({ width, height: 900 })
    await openFunding()
    expect({ width, sideways: await sidewaysOverflow(page) }).toEqual({ width, sideways: 0 })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('it prints on one A4', async () => {
  await openFunding()
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})
