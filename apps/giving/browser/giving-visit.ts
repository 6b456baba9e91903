import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { readDemoSecret } from '@sasaeai/api/online-giving/demo/demo-secret'
import { demoStoreInDatabase } from '@sasaeai/api/online-giving/demo/demo-store-in-database'
import { createDemoGateway, type DemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import { demoKeys } from '@sasaeai/stripe-gateway/demo/demo-keys'
import { createDemoDatabase } from '@sasaeai/testing/browser/demo-database'
import { closeWindows, sharedBrowser } from '@sasaeai/testing/browser/launch-browser'
import { startProduct } from '@sasaeai/testing/browser/running-product'
import type { TestDatabase } from '@sasaeai/testing/test-database'

/** A giver's phone before the site of the demo council, with what stands behind it. */
export interface GivingVisit {
  readonly url: string
  readonly browser: Browser
  readonly database: TestDatabase
  /** The demo gateway from within: what no giver can do, such as letting a month pass. */
  readonly gateway: DemoGateway
  /** A phone of its own, with nothing kept in it, that keeps what went wrong in its console. */
  phone(size?: { width: number; height: number }): Promise<{ page: Page; complaints: string[] }>
  /** The office gives a payment back, as its accountant does it. */
  refund(refund: { paymentId: string; amountYen: number; reason: string }): Promise<void>
  end(): Promise<void>
}

const aPhone = { width: 375, height: 780 }

export async function visitGivingSite(): Promise<GivingVisit> {
  const database = await createDemoDatabase()
  const [product, browser] = await Promise.all([startProduct(database.ownerUrl), sharedBrowser()])
  const gateway = createDemoGateway({
    store: demoStoreInDatabase(database.db),
    keys: demoKeys(await readDemoSecret(database.db)),
    deliver: async (accountCode, body, signature) => {
      const answer = await fetch(`${product.url}/webhooks/payments/${accountCode}`, { method: 'POST', headers: { 'stripe-signature': signature }, body: Buffer.from(body) })
      return answer.status
    },
  })
  return {
    url: product.url,
    browser,
    database,
    gateway,
    async phone(size = aPhone) {
      const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: size })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      return { page, complaints }
    },
    async refund(refund) {
      const { request } = await browser.newContext({ extraHTTPHeaders: { origin: product.url } })
      const signedIn = await request.post(`${product.url}/auth/sign-in/email`, { data: { email: 'kaikei@sasae.example', password: 'sasae-demo-8080' } })
      const answer = await request.post(`${product.url}/trpc/onlineGiving.refund.request`, { data: { ...refund, refundId: randomUUID() } })
      const said = await answer.text()
      if (!signedIn.ok() || !said.includes('"ok":true')) throw new Error(`nothing was refunded: ${said}`)
    },
    async end() {
      await closeWindows(browser)
      await gateway.close()
      await product.stop()
      await database.drop()
    },
  }
}
