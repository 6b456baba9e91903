import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from '@playwright/test'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { closeWindows, sharedBrowser } from '@sasaeai/testing/browser/launch-browser'
import { type RunningProduct, startProduct } from '@sasaeai/testing/browser/running-product'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, it } from 'vitest'

let database: TestDatabase
let council: ACouncil
let product: RunningProduct
let browser: Browser
/** The council's own home page, on a server of its own. */
let home: Server

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  ;[product, browser] = await Promise.all([startProduct(database.ownerUrl), sharedBrowser()])
  home = createServer((_request, response) => {
    // As strict as a home page may be: whatever the script does is allowed by its own address alone.
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${product.url}; connect-src ${product.url}`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="ja"><title>ささえ市社協</title><main><h1>ささえ市社協のホームページ</h1>
<script src="${product.url}/widget.js" async></script><p>お知らせ</p></main></html>`)
  }).listen(0, '127.0.0.1')
  await once(home, 'listening')
})
afterAll(async () => {
  await closeWindows(browser)
  home.close()
  await product.stop()
  await database.drop()
})

async function visitHome() {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  const { port } = home.address() as AddressInfo
  return { context, page, complaints, address: `http://127.0.0.1:${port}/` }
}

it("shows this year's totals on a page of somebody else by one script tag, and leaves no cookie behind", async () => {
  const { context, page, complaints, address } = await visitHome()
  await page.goto(address)
  const widget = page.getByRole('region', { name: '今年度に寄せられたお気持ち' })
  await widget.waitFor()
  expect(await widget.getByRole('term').allTextContents()).toEqual(['社協会費', '共同募金', '歳末たすけあい', '寄附金'])
  expect(await widget.getByRole('link').getAttribute('href')).toBe(`${product.url}/totals`)
  expect(await widget.evaluate((section) => getComputedStyle(section).borderTopWidth)).toBe('1px')
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
  expect(complaints).toEqual([])
})

it('leaves the page as it was where the totals cannot be had', async () => {
  const { context, page, complaints, address } = await visitHome()
  for (const fail of ['500', 'cut', 'script'] as const) {
    await context.unrouteAll()
    await context.route(fail === 'script' ? '**/widget.js' : '**/public/totals.json', (route) =>
      (fail === '500' ? route.fulfill({ status: 500, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' }, body: '{"code":"FAULT"}' }) : route.abort()))
    await page.goto(address, { waitUntil: 'networkidle' })
    expect([fail, await page.locator('main').innerText()]).toEqual([fail, 'ささえ市社協のホームページ\n\nお知らせ'])
    expect([fail, await page.locator('main > *').count()]).toEqual([fail, 3])
  }
  expect(complaints).toEqual([])
})

it('fills in what a short link says, once, under the address of the page that it leads to', async () => {
  await database.db.prisma.givingLink.create({
    data: { id: council.deps.newId(), code: 'himawari1', label: '回覧板', targetId: council.givingTarget('katsudo'), areaId: council.area('日吉校区'), amountYen: 4_500n },
  })
  const { page, complaints } = await visitHome()
  await page.goto(`${product.url}/g/himawari1`)
  const amount = page.getByRole('textbox', { name: /金額/ })
  await amount.waitFor()
  await expect.poll(() => amount.inputValue()).toBe('4500')
  await page.getByText('日吉校区').first().waitFor()
  await expect.poll(() => page.url()).toBe(`${product.url}/give/katsudo`)
  await amount.fill('6000')
  await page.reload()
  await amount.waitFor()
  await expect.poll(() => amount.inputValue()).toBe('6000')
  await page.goto(`${product.url}/g/nobody123`)
  await page.getByRole('heading', { level: 1, name: 'ページが見つかりません' }).waitFor()
  await page.getByRole('link', { name: '寄附のページへ' }).first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  expect(complaints).toEqual([])
})
