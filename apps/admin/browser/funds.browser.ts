import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { giveToFund } from '@sasaeai/testing/a-fund-use'
import { aRevenueStream } from '@sasaeai/testing/a-revenue-stream'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterEach, beforeEach, expect, it } from 'vitest'

let session: ProductSession

// For each try anew: the first one spends the money.
beforeEach(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  await giveToFund(council, ['子ども食堂応援', 50_000, `${council.fiscalYear}-04-01`])
  await aRevenueStream(council, 'crowdfunding')
})
afterEach(() => session.end())

it('spends from a fund but never beyond its balance, and publishes what it was used for', async () => {
  const { context, page } = await session.signIn('accountant')
  await page.goto(`${session.product.url}/admin/funds`)
  await page.getByRole('link', { name: '子ども食堂応援', exact: true }).click()
  await page.getByRole('button', { name: '使用を記帳する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('何に使ったか').fill('食材')
  await dialog.getByLabel('使った額').fill('50001')
  await dialog.getByLabel('支出の科目').selectOption({ label: '5300 事業費支出' })
  await dialog.getByLabel('支払う口座').selectOption({ label: '1120 普通預金' })
  await dialog.getByRole('button', { name: '使用を記帳する' }).click()
  await dialog.getByText('その日に使えるのは50,000円までです。').first().waitFor()
  await dialog.getByLabel('使った額').fill('１２，０００')
  await dialog.getByRole('button', { name: '使用を記帳する' }).click()
  await page.getByRole('rowheader', { name: '子ども食堂応援 食材' }).waitFor()
  await page.getByRole('link', { name: /残高 38,000円/ }).waitFor()

  await page.getByRole('button', { name: '報告を書く' }).click()
  await dialog.getByLabel('表題').fill('食事を届けました')
  await dialog.getByLabel('活動内容').fill('月2回、公民館で開きました。')
  await dialog.getByRole('button', { name: '保存する' }).click()
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 400 })
    canvas.getContext('2d')?.fillRect(100, 100, 300, 200)
    return ['image/jpeg', 'image/webp'].map((type) => canvas.toDataURL(type).split(',')[1] ?? '')
  })
  for (const [place, file] of drawn.entries()) {
    await page.getByRole('button', { name: /「食事を届けました」(に写真を付ける|の写真を替える)/ }).click()
    await dialog.getByLabel('写真（JPEG・PNG・WebP、5MBまで）').setInputFiles({ name: '写真', mimeType: 'image/jpeg', buffer: Buffer.from(file, 'base64') })
    await dialog.getByLabel('写真の説明').fill(`食事を囲む子どもたち${place}`)
    await dialog.getByRole('button', { name: '写真を付ける' }).click()
    const picture = page.getByRole('img', { name: `食事を囲む子どもたち${place}` })
    await picture.waitFor()
    expect(await picture.evaluate(async (image: HTMLImageElement) => [await image.decode(), image.naturalWidth])).toEqual([undefined, 600])
  }
  await page.getByRole('button', { name: '「食事を届けました」を公表する' }).click()
  await page.getByText('に公表').waitFor()
  const open = await fetch(`${session.product.url}/public/fund-reports.json`)
  expect(await open.json()).toMatchObject({ reports: [{ title: '食事を届けました', figures: { usedYen: 12_000, balanceYen: 38_000 }, photo: { altText: '食事を囲む子どもたち1' } }] })
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})

it('takes in what a platform brought, gross and with its fee, on a phone', async () => {
  const { context, page } = await session.signIn('accountant', { width: 375, height: 800 })
  await page.goto(`${session.product.url}/admin/revenue?kind=crowdfunding`)
  await page.getByRole('link', { name: '子ども食堂を広げる' }).click()
  await page.getByRole('button', { name: '受け入れる' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('支援総額').fill('850000')
  await dialog.getByLabel('手数料').fill('93500')
  await dialog.getByLabel('入金先').selectOption({ label: '1120 普通預金' })
  await dialog.getByRole('button', { name: '受入れを記帳する' }).click()
  await page.getByRole('link', { name: /手数料を引いた額 756,500円/ }).waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()
})
