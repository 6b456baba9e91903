import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Role } from '@sasaeai/domain/user/role'
import { hashPassword } from '@sasaeai/api/user/password-hash'
import { type ACouncil, aCouncil, councilYear } from '../a-council.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { closeWindows, sharedBrowser } from './launch-browser.ts'
import { type RunningProduct, startProduct } from './running-product.ts'

/** A council, the product running on its database, and a browser to use it with. */
export interface ProductSession {
  readonly council: ACouncil
  readonly database: TestDatabase
  readonly product: RunningProduct
  readonly browser: Browser
  /** A window of its own, signed in as the council's person of that role. */
  signIn(role: Role, size?: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }>
  end(): Promise<void>
}

const password = 'sasaeai-test-password'

/**
 * Everything a browser test needs. Call it in `beforeAll`, `end()` in `afterAll`. The clock is the real one, so the
 * council opens the fiscal year that `year` says: the present one unless told otherwise.
 */
export async function openProductSession({ year }: { year: number }): Promise<ProductSession> {
  const database = await createTestDatabase(year === councilYear ? 'council' : 'empty')
  const council = await aCouncil(database.db, { year })
  await givePasswords(database, council)
  const [product, browser] = await Promise.all([startProduct(database.ownerUrl), sharedBrowser()])
  return {
    council,
    database,
    product,
    browser,
    async signIn(role, size = { width: 1280, height: 900 }) {
      const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: size })
      const answer = await context.request.post(`${product.url}/auth/sign-in/email`, {
        headers: { origin: product.url },
        data: { email: `${role}@example.jp`, password },
      })
      if (!answer.ok()) throw new Error(`${role} could not sign in: ${answer.status()} ${await answer.text()}`)
      return { context, page: await context.newPage() }
    },
    async end() {
      await closeWindows(browser)
      await product.stop()
      await database.drop()
    },
  }
}

let hashed: Promise<string> | undefined

async function givePasswords({ db }: TestDatabase, { actors, deps }: ACouncil): Promise<void> {
  const hash = await (hashed ??= hashPassword(password))
  await db.prisma.credential.createMany({
    data: Object.values(actors).map(({ userId }) => ({
      id: deps.newId(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
    })),
  })
}
