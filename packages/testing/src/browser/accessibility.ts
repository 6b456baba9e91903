import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds against WCAG 2.2 AA and its own best practices, as short lines; empty when nothing is wrong. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // The legacy mode spares a window for each audit, which only frames of other origins would need.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`))
}

/** Parts that stick out to the right of the window, which on a phone makes the whole page wander sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
