import type { Page } from '@playwright/test'
import { aPayout, anOnlinePayment } from '@sasaeai/testing/an-online-payment'
import { aQueuedMail } from '@sasaeai/testing/a-queued-mail'
import { aYearOfGoodwill } from '@sasaeai/testing/a-goodwill-bank'
import { aYearOfGrants } from '@sasaeai/testing/a-grant'
import { aYearOfDues } from '@sasaeai/testing/a-year-of-dues'
import { aYearOfIncome } from '@sasaeai/testing/a-year-of-income'
import { aFormBlock } from '@sasaeai/testing/a-form-block'
import { aFundReport } from '@sasaeai/testing/a-fund-report'
import { giveToFund } from '@sasaeai/testing/a-fund-use'
import { aPlan } from '@sasaeai/testing/a-plan'
import { aRevenueStream } from '@sasaeai/testing/a-revenue-stream'
import { anExternalApplication, anExternalCall } from '@sasaeai/testing/an-external-fund'
import { aJournalExport } from '@sasaeai/testing/a-journal-export'
import { anAllocation } from '@sasaeai/testing/an-allocation'
import { presentFiscalYear } from '@sasaeai/testing/present-fiscal-year'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { openProductSession, type ProductSession } from '@sasaeai/testing/browser/product-session'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { saveReport } from '@sasaeai/api/funding-indicator/saved-report/save-report'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { roles } from '@sasaeai/domain/user/role'
import { giftsAtTheDesk } from '@sasaeai/testing/gifts-at-the-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let session: ProductSession
/** Addresses that no line of the navigation leads to. */
let deeper: string[]

beforeAll(async () => {
  session = await openProductSession({ year: presentFiscalYear() })
  const { areaId, entryId, supporterId, membershipId, shareBackRunId } = await aYearOfDues(session.council)
  const other = await createSupporter(session.council.deps, session.council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'organization', name: '(株)みずほ', kana: 'ミズホ' }))
  const otherId = other.ok ? other.value.supporterId : ''
  const callId = await aYearOfGrants(session.council)
  const allocationId = await anAllocation(session.council)
  const { depositId, itemId } = await aYearOfGoodwill(session.council)
  const blockId = await aFormBlock(session.council)
  const { giftId, pledgeId } = await giftsAtTheDesk(session.council)
  const streamId = await aRevenueStream(session.council, 'crowdfunding')
  const externalCallId = await anExternalCall(session.council)
  await anExternalApplication(session.council, externalCallId)
  await giveToFund(session.council, ['子ども食堂応援', 50_000])
  await aFundReport(session.council)
  const { giftId: onlineGiftId } = await anOnlinePayment(session.council, { paymentIntentId: 'pi_1', paidOn: localDateInTokyo(new Date()) })
  const payoutId = await aPayout(session.council, { paymentIntentId: 'pi_1', arrivesOn: localDateInTokyo(new Date()) })
  await aYearOfIncome(session.council, presentFiscalYear() - 1)
  const { exportId, profileId } = await aJournalExport(session.council)
  const { id: templateId } = await session.council.deps.db.prisma.letterTemplate.findFirstOrThrow({ where: { code: '11' } })
  const saved = await saveReport(session.council.deps, session.council.actors.accountant, { kind: 'funding_dashboard', fiscalYear: session.council.fiscalYear })
  const { id: indicatorId } = await session.council.deps.db.prisma.fundingIndicator.findFirstOrThrow({ where: { code: '10' } })
  const planId = await aPlan(session.council)
  deeper = [
    'reports/board-pack',
    `reports/${saved.ok ? saved.value.reportId : ''}`,
    `entries/${entryId}`,
    'journal-exports/profiles',
    'journal-exports/profiles/new',
    `journal-exports/profiles/${profileId}`,
    `journal-exports/${exportId}`,
    'supporters/new',
    'supporters/merges',
    'supporters/import',
    `supporters/compare?firstId=${supporterId}&secondId=${otherId}`,
    `supporters/${supporterId}`,
    ...['records', 'additions', 'details'].map((tab) => `supporters/${supporterId}?tab=${tab}`),
    `dues/areas/${areaId}`,
    'dues/members/new',
    `dues/members/${membershipId}`,
    `dues/share-back/${shareBackRunId}`,
    `chest/${session.council.campaign('赤い羽根共同募金')}`,
    `chest/${session.council.campaign('赤い羽根共同募金')}/goals`,
    `grants/${callId}`,
    `grants/${callId}?tab=decisions`,
    `grants/${callId}?tab=relief`,
    `chest/custody/${session.council.campaign('赤い羽根共同募金')}`,
    `chest/allocations/${allocationId}`,
    `chest/forms/${blockId}`,
    'goodwill?tab=expiry',
    'goodwill?tab=money',
    'goodwill/deposits/new',
    'goodwill/withdrawals/new',
    'goodwill/stocktakings/new',
    `goodwill/acts/${depositId}`,
    `goodwill/items/${itemId}`,
    'donations/new',
    `donations/${giftId}`,
    `donations/${giftId}/correct`,
    `donations/pledges/${pledgeId}`,
    `funds/${session.council.fund('子ども食堂応援')}`,
    'revenue?kind=sponsorship',
    'revenue?kind=crowdfunding',
    `revenue/${streamId}`,
    'external-funds?tab=applications',
    'external-funds?tab=success',
    `external-funds/${externalCallId}`,
    'executive/why?category=membership_dues',
    'executive/givers?standing=given',
    'tax-credit/donors?year=2026',
    'tax-credit/donors?year=2026&listing=without_address',
    'donation-year?postedUntil=2026-04-01T00:00:00.000Z',
    'statutory-papers/gifts?isUnnoted=true',
    'statutory-papers/gifts?section=current',
    'settings/letter-templates/new',
    `settings/letter-templates/${templateId}`,
    `online-giving/gifts/${onlineGiftId}`,
    `online-giving/payouts/${payoutId}`,
    `outbox/${await aQueuedMail(session.council)}`,
    `indicators/${indicatorId}`,
    `plans/${planId}`,
    'plans/districts',
    `income/${presentFiscalYear() - 1}`,
    'account',
  ].map((address) => `/admin/${address}`)
})
afterAll(() => session.end())

const desktop = { width: 1280, height: 900 }
/** On its side, with the navigation beside the page: nowhere has the page less room for a table. */
const tablet = { width: 1024, height: 768 }
const phone = { width: 375, height: 800 }
/** A4 within the margins of print.css, in CSS pixels. */
const paper = { width: 703, height: 1_017 }

describe('every page', () => {
  it('has no finding of axe on a desk and on a phone, and no sideways scroll there, on a tablet and on paper', { timeout: 600_000 }, async () => {
    const { context, page } = await session.signIn('administrator', desktop)
    const faults = faultsOf(page)
    for (const address of [...(await navigationOf(page)), ...deeper]) {
      await moveTo(page, address)
      faults.push(...await faultsOnScreen(page, desktop))
      faults.push(...await faultsOfWidth(page, tablet))
      faults.push(...await faultsOnScreen(page, phone))
      faults.push(...await faultsOnPaper(page))
      await page.setViewportSize(desktop)
    }
    expect(faults).toEqual([])
    await context.close()
  })

  it('to which no line of the navigation leads opens by its address', async () => {
    const { context, page } = await session.signIn('administrator', desktop)
    const faults = faultsOf(page)
    // Of a page's other parts the walk above has opened each so.
    const pages = deeper.filter((address, place) => address.split('?', 1)[0] !== deeper[place - 1]?.split('?', 1)[0])
    for (const address of pages) await open(page, address)
    expect(faults).toEqual([])
    await context.close()
  })

  it.each(roles.filter((role) => role !== 'administrator'))('opens for the %s', async (role) => {
    const { context, page } = await session.signIn(role, desktop)
    const faults = faultsOf(page)
    const addresses = await navigationOf(page)
    expect(addresses.length).toBeGreaterThan(1)
    for (const address of addresses) await follow(page, address)
    expect(faults).toEqual([])
    await context.close()
  })

  it('tells a signed-out visitor where to go', async () => {
    const context = await session.browser.newContext({ locale: 'ja-JP', viewport: phone })
    const page = await context.newPage()
    await page.goto(`${session.product.url}/admin/entries`)
    await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.goto(session.product.url)
    await page.locator('h1').first().waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await context.close()
  })
})

/** Addresses of the navigation, as this person sees it. */
async function navigationOf(page: Page): Promise<string[]> {
  await page.goto(`${session.product.url}/admin/`)
  await page.locator('aside nav a').first().waitFor()
  const addresses = await page.locator('aside nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  // The catalogue shows busy components on purpose, and has a test of its own.
  return addresses.filter((address) => address !== '/admin/catalogue')
}

/** Opens a page and waits until its heading stands and no skeleton is left where rows will stand. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, session.product.url).href)
  await page.locator('h1').first().waitFor().catch((cause: unknown) => {
    throw new Error(`${address} has no heading`, { cause })
  })
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/**
 * Goes there as 戻る and 進む do, without loading the application anew: axe has come to the page by then and has been
 * compiled, which takes three times as long as its looks. Another part of the page that is open is loaded as a whole.
 */
async function moveTo(page: Page, address: string): Promise<void> {
  if (new URL(address, page.url()).pathname === new URL(page.url()).pathname) return open(page, address)
  await page.evaluate((there) => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset['left'] = ''
    history.pushState(null, '', there)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('h1[data-left]') === null).catch((cause: unknown) => {
    throw new Error(`${address} has no heading`, { cause })
  })
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** Goes there as a click in the navigation does, without loading the application anew. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => document.querySelector<HTMLAnchorElement>(`aside nav a[href="${href}"]`)?.click(), address)
  await page.locator(`aside nav a[href="${address}"][aria-current="page"]`).waitFor({ state: 'attached' })
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

async function faultsOnScreen(page: Page, size: { width: number; height: number }): Promise<string[]> {
  const tooWide = await faultsOfWidth(page, size)
  const findings = await accessibilityFindings(page)
  return [...tooWide, ...findings.map((finding) => `${new URL(page.url()).pathname} at ${size.width} px: ${finding}`)]
}

async function faultsOfWidth(page: Page, size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size)
  const sideways = await sidewaysOverflow(page)
  return sideways > 0 ? [`${new URL(page.url()).pathname} at ${size.width} px sticks out by ${sideways} px`] : []
}

/** What would be cut off on A4, and the navigation, which nobody wants on paper. */
async function faultsOnPaper(page: Page): Promise<string[]> {
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  const where = `${new URL(page.url()).pathname} on paper`
  const sideways = await sidewaysOverflow(page)
  const hasNavigation = await page.locator('aside nav').isVisible()
  await page.emulateMedia({ media: null })
  return [...(sideways > 0 ? [`${where} sticks out by ${sideways} px`] : []), ...(hasNavigation ? [`${where} has the navigation`] : [])]
}

function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
  })
  return faults
}
