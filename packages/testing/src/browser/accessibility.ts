import type { Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    /** Once its source has run in the page. */
    readonly axe?: typeof axe
  }
}

/** How often a page that is not in order yet is looked at again, and after how many milliseconds. */
const furtherLooks = { count: 20, pause: 150 }

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, as short lines; empty when nothing is wrong. What is found
 * must still be there a moment later: a colour may be on its way, or a table not yet know that it has to scroll.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Half a megabyte: a page that has been looked at has it already.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source)
  let findings = await presentFindings(page)
  for (let looks = 0; looks < furtherLooks.count && findings.length > 0; looks += 1) {
    await page.waitForTimeout(furtherLooks.pause)
    findings = await presentFindings(page)
  }
  return findings
}

function presentFindings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (window.axe === undefined) throw new Error('axe has not come to this page')
    // It would write down the text of every element that it looks at; of those with a finding that is done here.
    window.axe.configure({ noHtml: true })
    // Style sheets would be fetched and read anew for a rule that is still an experiment, and off.
    const { violations } = await window.axe.run({ resultTypes: ['violations'], preload: { assets: ['media'] } })
    const markup = (target: string) => document.querySelector(target)?.outerHTML.slice(0, 200) ?? ''
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')} ${markup(String(target[0]))}`))
  })
}

/**
 * By how many pixels parts stick out to the right of the window, which on a phone makes the whole page wander sideways; once
 * charts, which are drawn anew for a new width, have had the time for it.
 */
export async function sidewaysOverflow(page: Page): Promise<number> {
  let overflow = await presentOverflow(page)
  for (let looks = 0; looks < furtherLooks.count && overflow > 0; looks += 1) {
    await page.waitForTimeout(furtherLooks.pause)
    overflow = await presentOverflow(page)
  }
  return overflow
}

function presentOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
