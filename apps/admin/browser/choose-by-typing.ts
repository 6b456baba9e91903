import type { Locator, Page } from '@playwright/test'
import { expect } from 'vitest'

/**
 * Chooses from a combo box as a person does: presses into it, types key by key, and presses on what is offered. Text that is
 * set all at once may come before the dialog around the box has put the focus where it belongs, which closes the list.
 */
export async function chooseByTyping(field: Locator, { typed, option }: { typed: string; option: string | RegExp }): Promise<void> {
  const page: Page = field.page()
  await field.click()
  await field.pressSequentially(typed)
  await page.getByRole('option', { name: option }).first().click()
}

/** Takes the option that a combo box has marked with Enter. It marks one a moment after it shows it; the Enter before that takes none. */
export async function takeMarked(field: Locator): Promise<void> {
  await expect.poll(() => field.getAttribute('aria-activedescendant')).toBeTruthy()
  await field.press('Enter')
  await field.page().getByRole('listbox').waitFor({ state: 'hidden' })
}
