import type { Page } from '@playwright/test'
import { demoAccounts, demoPassword } from '@sasaeai/domain/user/demo-accounts'
import type { Role } from '@sasaeai/domain/user/role'
import { createDemoDatabase } from '@sasaeai/testing/browser/demo-database'
import { closeWindows, sharedBrowser } from '@sasaeai/testing/browser/launch-browser'
import { startProduct } from '@sasaeai/testing/browser/running-product'
import { expect } from 'vitest'

/** Somebody of the demo council before a page of the product. */
export interface DemoVisit {
  readonly url: string
  readonly page: Page
  end(): Promise<void>
}

/** Signs in to a demo council with all 46 districts and a little money in each, as its person of that role. */
export async function visitDemo(role: Role): Promise<DemoVisit> {
  const database = await createDemoDatabase()
  const [product, browser] = await Promise.all([startProduct(database.ownerUrl), sharedBrowser()])
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1280, height: 900 } })
  const account = demoAccounts.find((each) => each.role === role)
  const answer = await context.request.post(`${product.url}/auth/sign-in/email`, {
    headers: { origin: product.url },
    data: { email: account?.email, password: demoPassword },
  })
  if (!answer.ok()) throw new Error(`${role} could not sign in: ${answer.status()}`)
  return {
    url: product.url,
    page: await context.newPage(),
    async end() {
      await closeWindows(browser)
      await product.stop()
      await database.drop()
    },
  }
}

/**
 * Opens the first figure whose name begins so, 「社協会費 今年度」, and answers with what it said and what the list of
 * 明細 behind it adds up to, both without 円.
 */
export async function openFigure(page: Page, name: string): Promise<{ shown: string | undefined; listed: string }> {
  const link = page.locator(`a[aria-label^="${name} "]`).first()
  const shown = (await link.getAttribute('aria-label'))?.slice(name.length + 1).replace(/円の内訳$/, '')
  await link.click()
  await page.getByRole('heading', { name: '仕訳・明細一覧' }).waitFor()
  const total = page.locator('dt', { hasText: '合計' }).locator('xpath=following-sibling::dd')
  await expect.poll(() => total.innerText()).toMatch(/円$/)
  return { shown, listed: (await total.innerText()).replace(/円$/, '') }
}

/** How many pages the screen takes when it is printed as its style sheet asks. */
export async function printedPages(page: Page): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
