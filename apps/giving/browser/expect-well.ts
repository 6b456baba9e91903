import type { Page } from '@playwright/test'
import { accessibilityFindings, sidewaysOverflow } from '@sasaeai/testing/browser/accessibility'
import { expect } from 'vitest'

/** A page that is sound for everybody, and no wider than its window. */
export async function expectWell(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await sidewaysOverflow(page)).toBe(0)
}
