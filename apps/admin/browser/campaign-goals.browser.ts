import type { Page } from '@playwright/test'
import { readGoalSheet } from '@sasaeai/api/community-chest/goal/goal-sheet-query'
import { saveGoals } from '@sasaeai/api/community-chest/goal/save-goals'
import { yen } from '@sasaeai/domain/money/yen'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, it } from 'vitest'

let session: ProductSession
let page: Page

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  page = (await session.signIn('accountant')).page
})
afterAll(() => session.end())

async function recorded(): Promise<Record<string, number[]>> {
  const sheet = await readGoalSheet(session.council.deps, session.council.campaign('赤い羽根共同募金'))
  if (sheet === null) throw new Error('no sheet')
  const names = new Map(sheet.areas.map(({ areaId, name }) => [areaId, name]))
  return Object.fromEntries(sheet.goals.map(([areaId, amounts]) => [names.get(areaId) ?? '', amounts.slice(0, 2)]))
}

it('goals are typed down a column, pasted from Excel, kept over a reload, saved, and become the goal of the drive', async () => {
  await page.goto(`${session.product.url}/admin/chest`)
  await page.getByRole('link', { name: '赤い羽根共同募金', exact: true }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: '赤い羽根共同募金', exact: true }).click()
  await page.getByRole('heading', { name: 'この運動のこと' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: '目標額', exact: true }).click()
  await page.getByLabel('日吉校区 戸別募金').fill('500000')
  await page.keyboard.press('Enter')
  await page.keyboard.type('３００，０００')
  await page.getByText('保存していない入力があります').waitFor()

  // A block of two lines and two columns, as Excel puts it on the clipboard.
  await page.getByRole('button', { name: /日吉校区.*の内訳/ }).click()
  await page.getByLabel('日吉一丁目自治会 法人募金').evaluate((input) => {
    const data = new DataTransfer()
    data.setData('text/plain', '10,000\t2,000\r\n30,000\t\r\n')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => page.getByLabel('日吉二丁目自治会 法人募金').inputValue()).toBe('30,000')

  await page.reload()
  await page.getByText('保存していない入力があります').waitFor()
  await expect.poll(() => page.getByLabel('篠山校区 戸別募金').inputValue()).toBe('３００，０００')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '積み上げを目標額にする' }).click()
  await page.getByRole('heading', { name: '目標額を842,000円にしますか？' }).waitFor()
  await page.getByRole('button', { name: '保存して目標額にする' }).click()
  await page.getByText('目標額と積み上げが合っています').waitFor()
  expect(await recorded()).toEqual({ 日吉校区: [500_000, 0], 日吉一丁目自治会: [0, 10_000], 日吉二丁目自治会: [0, 30_000], 篠山校区: [300_000, 0] })
})

it('who saves second is told, loses nothing, and saves on top of what is new', async () => {
  const { deps, actors, campaign, area, method } = session.council
  await page.getByLabel('篠山校区 街頭募金').fill('7000')
  const sheet = await readGoalSheet(deps, campaign('赤い羽根共同募金'))
  const cells = [{ areaId: area('日吉校区'), methodId: method('学校募金'), targetYen: yen(9_000) }]
  await saveGoals(deps, actors.administrator, { campaignId: campaign('赤い羽根共同募金'), goalRevision: sheet?.goalRevision ?? 0, cells, takesSum: false })
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('ほかの人が変えました').waitFor()
  await page.getByRole('button', { name: '最新の内容を読み込む' }).click()
  await page.getByRole('button', { name: '最新の内容を読み込む' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.getByLabel('篠山校区 街頭募金').inputValue()).toBe('7000')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('保存していない入力があります').waitFor({ state: 'detached' })
  const { goals = [] } = (await readGoalSheet(deps, campaign('赤い羽根共同募金'))) ?? {}
  expect(goals.flatMap(([, amounts]) => amounts).filter((amount) => amount === 7_000 || amount === 9_000).toSorted((left, right) => left - right)).toEqual([7_000, 9_000])
  // What was saved before may still offer its own way back.
  await page.getByText('変更 1か所').waitFor()
  await page.getByRole('button', { name: '元に戻す' }).last().click()
  await page.getByText('目標額を、保存する前に戻しました').waitFor()
  await expect.poll(() => page.getByLabel('篠山校区 街頭募金').inputValue()).toBe('')
})

it('a total is shared out over the 校区 and looked at in the grid before it is saved', async () => {
  const { council, database } = session
  const asOf = new Date(`${council.fiscalYear}-04-01T00:00:00Z`)
  for (const [name, households] of [['日吉一丁目自治会', 200], ['日吉二丁目自治会', 100], ['篠山町自治会', 100]] as const) {
    await database.db.prisma.areaHousehold.create({
      data: { areaId: council.area(name), fiscalYear: council.fiscalYear, basis: 'association_membership', households, asOf },
    })
  }
  await page.reload()
  await page.getByRole('button', { name: '按分する' }).click()
  await page.getByLabel('法人募金', { exact: true }).fill('100050')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: '表に入れる' }).click()
  await expect.poll(() => page.getByLabel('篠山校区 法人募金').inputValue()).toBe('25,000')
  await expect.poll(() => page.getByLabel('日吉校区 法人募金').inputValue()).toBe('75,050')
  await page.getByRole('button', { name: '入力を捨てる' }).click()
  await expect.poll(() => page.getByLabel('篠山校区 法人募金').inputValue()).toBe('')
})

it('fits a phone and paper', async () => {
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.setViewportSize({ width: 703, height: 1_017 })
  await page.emulateMedia({ media: 'print' })
  expect(await sidewaysOverflow(page)).toBe(0)
  await page.emulateMedia({ media: null })
})
