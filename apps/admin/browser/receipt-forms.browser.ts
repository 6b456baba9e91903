import { localDate } from '@sasaeai/domain/calendar/local-date'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
let entryNumber: number

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { council } = session
  entryNumber = (await bookSlip(council, aChestSlip(council, { entryDate: localDate(`${council.fiscalYear}-04-10`) }))).entryNumber
})
afterAll(() => session.end())

it('takes in a block, issues by keyboard alone, returns what is left, and puts a mistake back', async () => {
  const { product } = session
  const { context, page } = await session.signIn('receptionist')
  await page.goto(`${product.url}/admin/chest/forms`)
  await page.getByText('この年度の領収書用紙はありません').waitFor()
  await page.getByRole('button', { name: '冊を受け取る' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('様式・記号').fill('領収書 A')
  await dialog.getByLabel('最初の番号').fill('１２０１')
  await dialog.getByLabel('最後の番号').fill('1250')
  await dialog.getByLabel('受取日').fill('0401')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '保存する' }).click()
  await page.getByRole('button', { name: '冊を受け取る' }).click()
  await dialog.getByLabel('様式・記号').fill('領収書 A')
  await dialog.getByLabel('最初の番号').fill('1250')
  await dialog.getByLabel('最後の番号').fill('1299')
  await dialog.getByLabel('受取日').fill('0401')
  await dialog.getByRole('button', { name: '保存する' }).click()
  await dialog.getByText('別の冊に入っています').first().waitFor()
  await dialog.getByRole('button', { name: 'やめる' }).click()
  await page.getByRole('link', { name: '領収書 A 1201～1250' }).click()

  // From here on no mouse: recipient, amount, Enter; then the next number by the entry's number.
  await page.getByLabel('交付先').focus()
  await page.keyboard.type('株式会社ささえ商事')
  await page.keyboard.press('Tab')
  await page.keyboard.type('30000')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /1201.*株式会社ささえ商事/ }).waitFor()
  await expect.poll(() => page.getByLabel('番号', { exact: true }).inputValue()).toBe('1202')
  await expect.poll(() => page.getByLabel('交付先').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('町内有志')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(String(entryNumber))
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('row', { name: /1202.*町内有志/ }).innerText()).toContain('62,500')

  await page.getByRole('button', { name: '書き損じ・返納' }).click()
  await expect.poll(() => dialog.getByLabel('始めの番号').inputValue()).toBe('1203')
  await dialog.getByLabel('始めの番号').fill('1231')
  await dialog.getByRole('button', { name: '記録する' }).click()
  await page.getByRole('row', { name: /1231～1250.*返納/ }).waitFor()
  await page.getByRole('row', { name: /1203～1230.*手元/ }).waitFor()
  await page.getByRole('button', { name: '1202番を手元に戻す' }).click()
  await page.getByRole('row', { name: /1202～1230.*手元/ }).waitFor()
  await page.getByRole('button', { name: '元に戻す', exact: true }).click()
  await page.getByRole('row', { name: /1202.*町内有志/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.goto(`${product.url}/admin/chest/forms`)
  await expect.poll(async () => (await page.getByRole('row', { name: /^領収書 A\s/ }).first().innerText()).split(/\s+/)).toEqual(['領収書', 'A', '0', '50', '2', '0', '20', '28', '0'])
  await context.close()
})

it('a phone shows all of it without moving sideways, an auditor only looks, and an executive does not see names', async () => {
  const { context, page } = await session.signIn('auditor')
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(`${session.product.url}/admin/chest/forms`)
  await page.getByRole('link', { name: '領収書 A 1201～1250' }).click()
  await page.getByText('株式会社ささえ商事').waitFor()
  expect(await sidewaysOverflow(page)).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('button', { name: /記録|手元に戻す|直す/ }).count()).toBe(0)
  await context.close()
  const executive = await session.signIn('executive')
  await executive.page.goto(`${session.product.url}/admin/`)
  expect(await executive.page.getByRole('link', { name: '領収書用紙' }).count()).toBe(0)
  await executive.context.close()
})
