import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoVisit, openFigure, printedPages, visitDemo } from './demo-visit.ts'

let visit: DemoVisit

// An executive's afternoon with the demo council.
beforeAll(async () => {
  visit = await visitDemo('executive')
})
afterAll(() => visit.end())

async function openFunding(search = ''): Promise<DemoVisit['page']> {
  const { page, url } = visit
  await page.goto(`${url}/admin/funding${search}`)
  await page.getByRole('heading', { name: '収入の内訳' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

test('every kind of figure opens the list that adds up to it', async () => {
  const kinds = ['収入の受入額', '募金の受入額（預り金）', '社協会費 今年度', '社協会費 前年同日', '日吉校区']
  for (const kind of kinds) {
    const { shown, listed } = await openFigure(await openFunding(), kind)
    expect({ kind, listed }).toEqual({ kind, listed: shown })
  }
}, 120_000)

test('it can be turned to another day and another money, and put in order', async () => {
  const page = await openFunding('?category=donation')
  await expect.poll(() => page.getByRole('heading', { name: '寄附金', exact: true }).count()).toBe(1)
  await page.getByRole('button', { name: '達成率', exact: true }).first().click()
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('attainment')
  await page.getByLabel('基準日', { exact: true }).last().fill('4/10')
  await page.getByRole('button', { name: 'この日で見る' }).click()
  await page.getByText(/4月10日まで（前年同日は/).waitFor()
})

test('it is clean to axe, and whole on a phone and a tablet', async () => {
  const page = await openFunding()
  expect(await accessibilityFindings(page)).toEqual([])
  for (const width of [375, 768]) {
    await page.setViewportSize({ width, height: 900 })
    await openFunding()
    expect({ width, sideways: await sidewaysOverflow(page) }).toEqual({ width, sideways: 0 })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('it prints on one A4', async () => {
  expect(await printedPages(await openFunding())).toBe(1)
})
