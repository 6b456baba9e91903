import { createHmac } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { accessibilityFindings } from '@sasaeai/testing/browser/accessibility'
import { closeWindows, sharedBrowser } from '@sasaeai/testing/browser/launch-browser'
import { type RunningProduct, startProduct } from '@sasaeai/testing/browser/running-product'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'

const password = 'aoba no hajimari'
let database: TestDatabase
let product: RunningProduct
let browser: Browser
let page: Page
/** What the authenticator app has scanned. */
let secret = ''

beforeAll(async () => {
  database = await createTestDatabase('empty')
  ;[product, browser] = await Promise.all([startProduct(database.ownerUrl), sharedBrowser()])
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  page = await context.newPage()
  await giveAuthenticator()
})
afterAll(async () => {
  await closeWindows(browser)
  await product.stop()
  await database.drop()
})

/** A device with a fingerprint reader that always says yes. */
async function giveAuthenticator() {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  })
}

/** RFC 6238 as authenticator apps do it, in full-width digits as an input method may write them. */
function typedTotp(): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const code = (mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff) % 1_000_000
  return String(code).padStart(6, '0').replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const isInside = () => page.getByRole('button', { name: /青葉 一郎/ }).waitFor()

async function signOut() {
  await page.getByRole('button', { name: /青葉 一郎/ }).click()
  await press('サインアウト')
  await page.waitForURL(/sign-in/)
}

test('the first visit to an empty database sets it up, and the first administrator is inside', async () => {
  await page.goto(`${product.url}/admin`)
  await page.waitForURL(/setup/)
  await press('登録して使い始める')
  await page.getByText('入力内容を確認してください').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('名称').fill('あおば市社会福祉協議会')
  await page.getByLabel('郵便番号').fill('８３０−００２７')
  await page.getByLabel('氏名').fill('青葉 一郎')
  await page.getByLabel('メールアドレス').fill('aoba@aoba.example')
  await page.getByLabel('パスワード').fill(password)
  await press('登録して使い始める')
  await isInside()
  expect(await database.db.prisma.council.findMany({ select: { name: true, postalCode: true } })).toEqual([
    { name: 'あおば市社会福祉協議会', postalCode: '8300027' },
  ])
})

test('afterwards the set-up page leads away', async () => {
  await page.goto(`${product.url}/admin/setup`)
  await page.waitForURL(/admin\/?$/)
  await isInside()
})

test('a passkey and an authenticator app are set up on one’s own account', async () => {
  await page.goto(`${product.url}/admin/account`)
  await press('この端末のパスキーを登録する')
  await page.getByText('に登録').waitFor()
  await press('二段階認証を設定する')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('パスワード').fill(password)
  await press('次へ')
  await dialog.getByText('読み取れないとき').click()
  expect(await accessibilityFindings(page)).toEqual([])
  secret = await dialog.locator('code').innerText()
  await dialog.getByLabel('確認コード').fill(typedTotp())
  await press('確かめる')
  await expect.poll(() => dialog.getByRole('list', { name: '回復コード' }).getByRole('listitem').count()).toBe(10)
  await copiesAndPrintsTheCodes()
  await press('控えました')
  await page.getByText('設定済み').waitFor()
})

/** The clipboard and the paper hold the ten codes; the paper names the council and shows nothing of the page. */
async function copiesAndPrintsTheCodes() {
  const codes = await page.getByRole('list', { name: '回復コード' }).getByRole('listitem').allInnerTexts()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await press('コピーする')
  await page.getByText('回復コードをコピーしました').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'))
  expect(await accessibilityFindings(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  const paper = await page.evaluate(() => document.body.innerText)
  expect(paper).toContain('あおば市社会福祉協議会')
  for (const code of codes) expect(paper).toContain(code)
  expect(paper).not.toContain('自分のアカウント')
  expect(paper).not.toContain('控えました')
  await page.emulateMedia({ media: null })
}

test('the password alone no longer opens the door; with the code, or by passkey, it opens', async () => {
  await signOut()
  await page.getByLabel('メールアドレス').fill('aoba@aoba.example')
  await page.getByLabel('パスワード', { exact: true }).fill(password)
  await press('サインイン')
  await page.getByLabel('確認コード').fill('000000')
  await press('サインイン')
  await page.getByText('確認コードが違います').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByLabel('確認コード').fill(typedTotp())
  await press('サインイン')
  await isInside()
  await signOut()
  await press('パスキーでサインイン')
  await isInside()
  expect(page.url()).toMatch(/\/admin\/?$/)
})

test('when the session ends under an open form, what is typed stays and is saved after signing in again', async () => {
  await page.goto(`${product.url}/admin/users`)
  await press('利用者を追加する')
  await page.getByLabel('氏名').fill('入力中の人')
  await page.getByLabel('メールアドレス').fill('typing@aoba.example')
  await page.getByLabel('受付担当').check()
  await page.getByLabel('はじめのパスワード').fill('hajimemashite 1')
  await page.context().clearCookies()
  await press('追加する')
  await page.getByRole('heading', { name: 'サインインし直してください' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await press('パスキーでサインイン')
  await page.getByRole('heading', { name: 'サインインし直してください' }).waitFor({ state: 'detached' })
  expect(await page.getByLabel('氏名').inputValue()).toBe('入力中の人')
  await press('追加する')
  await page.getByText('利用者を追加しました').waitFor()
  expect(await database.db.prisma.user.count({ where: { email: 'typing@aoba.example', role: 'receptionist' } })).toBe(1)
})

test('a person gets another e-mail address, but not somebody else’s', async () => {
  await press('入力中の人さんを編集する')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('新しいメールアドレス').fill('aoba@aoba.example')
  await press('メールアドレスを変える')
  await dialog.getByRole('link', { name: 'aoba@aoba.exampleはほかの利用者が使っています' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('新しいメールアドレス').fill('Typed@aoba.example')
  await press('メールアドレスを変える')
  await dialog.getByText('typed@aoba.example').waitFor()
  await page.setViewportSize({ width: 375, height: 800 })
  const rightEdges = await dialog.locator('input').evaluateAll((inputs) => inputs.map((input) => input.getBoundingClientRect().right))
  expect(Math.max(...rightEdges)).toBeLessThanOrEqual(375)
  await page.setViewportSize({ width: 1280, height: 720 })
})

test('the audit log tells all of it to the administrator', async () => {
  await page.goto(`${product.url}/admin/audit`)
  const log = page.getByRole('list', { name: '監査ログ' })
  for (const deed of ['初期設定', 'パスキーの登録', '二段階認証の設定', 'サインインの拒否', '追加', 'メールアドレスの変更']) {
    await log.getByText(deed, { exact: true }).or(log.getByText(`社協の情報の${deed}`, { exact: true })).first().waitFor()
  }
  expect(await accessibilityFindings(page)).toEqual([])
})
