import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import type { IntakeBatchId } from '@sasaeai/domain/ids'
import { type IntakeDraft, intakeDraftSchema } from '@sasaeai/domain/intake/intake-draft'
import type { ProductSession } from '@sasaeai/testing/browser/product-session'
import { expect } from 'vitest'

type Page = Awaited<ReturnType<ProductSession['signIn']>>['page']

/** A clerk at an empty batch, the cursor in 地域. */
export async function atTheDesk(
  session: ProductSession,
  size = { width: 1280, height: 900 },
): Promise<{ page: Page; batchId: IntakeBatchId }> {
  const { page } = await session.signIn('receptionist', size)
  await page.goto(`${session.product.url}/admin/intake`)
  await page.getByRole('button', { name: '新しい受付' }).click()
  await page.getByLabel('地域', { exact: true }).waitFor()
  await eventually(() => focusedLabel(page)).toBe('地域')
  return { page, batchId: batchOf(page) }
}

/** The batch on screen. */
export function batchOf(page: Page): IntakeBatchId {
  return intakeBatchIdSchema.parse(page.url().split('/').at(-1))
}

/** Presses one key for each character, Enter for ⏎; answers with how many keys that took. */
export async function press(page: Page, keys: string): Promise<number> {
  for (const key of keys) await page.keyboard.press(key === '⏎' ? 'Enter' : key)
  return keys.length
}

/** What the element that holds the cursor is called. */
export async function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    const label =
      activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : activeElement?.textContent
    return activeElement?.getAttribute('aria-label') ?? label ?? ''
  })
}

/** What it reads may yet have to be loaded, saved or heard of from another page. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read)

/** The amounts of the draft as the server has it. */
export async function savedAmounts({ database }: ProductSession, batchId: IntakeBatchId): Promise<string[]> {
  const batch = await database.db.prisma.intakeBatch.findUniqueOrThrow({ where: { id: batchId } })
  const draft: IntakeDraft = intakeDraftSchema.parse(batch.draft)
  return draft.lines.map((line) => line.amount).filter((amount) => amount !== '')
}

/** Waits until the status line of autosaving says so. */
export async function untilStatus(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor()
}
