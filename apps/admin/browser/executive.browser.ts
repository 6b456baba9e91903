import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoVisit, visitDemo } from './demo-visit.ts'

let visit: DemoVisit

// An executive at a meeting, with the demo council on a tablet.
beforeAll(async () => {
  visit = await visitDemo('executive')
  await visit.page.setViewportSize({ width: 820, height: 1180 })
})
afterAll(() => visit.end())

async function openPage(search = ''): Promise<DemoVisit['page']> {
  const { page, url } = visit
  await page.goto(`${url}/admin/executive${search}`)
  await page.getByRole('heading', { name: '何が変わったか' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

test('なぜ戸別が減った？ is answered with three clicks, by the keyboard too, and the address says the way', async () => {
  const page = await openPage()
  await page.getByRole('link', { name: /（共同募金）$/ }).click()
  await page.getByRole('link', { name: '日吉校区', exact: true }).press('Enter')
  await page.getByRole('navigation', { name: '現在位置' }).getByText('日吉校区').waitFor()
  await page.getByRole('link', { name: '戸別募金', exact: true }).press('Enter')
  await page.getByText(/^世帯数.+、1世帯当たりは.+。$/).waitFor()
  const terms = await page.getByLabel('全体', { exact: true }).locator('dd').allTextContents()
  const [byCount = 0, byAverage = 0, change = 0] = terms.map((text) => Number(text.replace(/[円,]/g, '').replace('△', '-')))
  expect(byCount + byAverage).toBe(change)
  const { searchParams } = new URL(page.url())
  expect([...searchParams.keys()].toSorted((left, right) => left.localeCompare(right))).toEqual(['areaId', 'category', 'methodId'])
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: '共同募金', exact: true }).last().click()
  await expect.poll(() => new URL(page.url()).searchParams.get('areaId')).toBeNull()
})

test('each chart turns into its table, which adds up to the difference, and nothing runs off a tablet or a phone', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: '表で見る' }).first().click()
  const table = page.getByRole('table', { name: /別の増減$/ }).first()
  const yen = (text: string) => Number(text.replace(/,/g, '').replace('△', '-'))
  const changes = (await table.locator('tbody tr strong').allTextContents()).map(yen)
  const [whole = ''] = await table.locator('tfoot td:nth-child(4)').allTextContents()
  expect(changes.reduce((sum, change) => sum + change, 0)).toBe(yen(whole))
  expect(await accessibilityFindings(page)).toEqual([])
  for (const [width, height] of [[820, 1180], [375, 800]] as const) {
    await page.setViewportSize({ width, height })
    expect({ width, sideways: await sidewaysOverflow(page) }).toEqual({ width, sideways: 0 })
  }
  await page.setViewportSize({ width: 820, height: 1180 })
})

test('the figure of those who did not come again opens their names, and the way back is to the same year', async () => {
  const lastYear = String(presentFiscalYear() - 1)
  const page = await openPage(`?fiscalYear=${lastYear}`)
  const link = page.getByRole('link', { name: /前年度は寄附があり、今年度はまだの人/ })
  const [count = ''] = /\d[\d,]*/.exec((await link.textContent()) ?? '') ?? []
  await link.click()
  await page.getByRole('heading', { name: /^寄附者：前年度のみ/ }).waitFor()
  await expect.poll(() => page.getByText(`${count}名`, { exact: true }).count()).toBeGreaterThan(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: '経営のページ' }).last().click()
  await page.getByRole('heading', { name: '何が変わったか' }).waitFor()
  expect(new URL(page.url()).searchParams.get('fiscalYear')).toBe(lastYear)
})
