import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeMarked } from './choose-by-typing.ts'

type Page = Awaited<ReturnType<ProductSession['signIn']>>['page']

let session: ProductSession

beforeAll(async () => {
  session = await openProductSession({ year: new Date().getFullYear() })
})
afterAll(() => session.end())

async function openCatalogue(width: number): Promise<Page> {
  const { page } = await session.signIn('administrator', { width, height: 900 })
  await page.goto(`${session.product.url}/admin/catalogue`)
  await page.getByRole('heading', { level: 1, name: '部品カタログ' }).waitFor()
  // Charts come last, when they are about to be seen.
  await page.locator('#chart').scrollIntoViewIfNeeded()
  await page.locator('#chart svg path').first().waitFor()
  return page
}

describe('the catalogue of components', () => {
  it.each([1280, 375])('is accessible and does not wander sideways at %i px', async (width) => {
    const page = await openCatalogue(width)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.context().close()
  })

  it('fits 320 px with the text at twice its size', async () => {
    const page = await openCatalogue(320)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.context().close()
  })

  it('prints without navigation and buttons', async () => {
    const page = await openCatalogue(1280)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: '記帳する', exact: true }).isVisible()).toBe(false)
    await page.context().close()
  })

  it('says the same in a dialog, in an explanation and in the palette', async () => {
    const page = await openCatalogue(1280)
    await page.getByRole('button', { name: '取り消しを確かめる小窓' }).click()
    await page.getByRole('dialog', { name: '伝票 No.1284 を取り消しますか？' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('#help-tip').getByRole('button', { name: '預り金の説明' }).click()
    await page.getByRole('dialog', { name: '預り金の説明' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '検索・移動を開く' }).click()
    await page.getByRole('dialog', { name: '検索・移動' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await page.context().close()
  })

  it('finds people by typing, chooses with the keyboard and keeps the choice when words are left unfinished', async () => {
    const page = await openCatalogue(1280)
    const field = page.locator('#specimen-supporter')
    await field.click()
    await field.pressSequentially('佐藤')
    await page.getByRole('option', { name: '佐藤 花子' }).first().waitFor()
    await field.press('ArrowDown')
    await takeMarked(field)
    await expect.poll(() => field.inputValue()).toBe('佐藤 花子')
    await field.fill('髙')
    await field.press('Tab')
    await expect.poll(() => field.inputValue()).toBe('佐藤 花子')
    await page.context().close()
  })
})
