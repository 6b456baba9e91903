import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { expect, test } from 'vitest'
import { entriesHref } from '../../app/entries-href.ts'
import { entriesSearchOf, filterInView } from './entries-search.ts'

const inView = fiscalYear(2026)

/** The list that an address opens: numbers in an address are read as numbers. */
function listAt(address: string): PostingFilter {
  const written = [...new URL(address, 'http://localhost').searchParams]
  const search = Object.fromEntries(written.map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]))
  return filterInView(entriesSearchOf(search), inView)
}

test('an address that names no time shows the year in view', () => {
  expect(listAt('/admin/entries')).toEqual({ fiscalYear: 2026 })
  expect(listAt('/admin/entries?text=日吉')).toEqual({ fiscalYear: 2026, text: '日吉' })
  expect(listAt('/admin/entries?fiscalYear=2025')).toEqual({ fiscalYear: 2025 })
})

test('all years are shown where the address says so', () => {
  expect(listAt('/admin/entries?years=all')).toEqual({})
  expect(listAt('/admin/entries?years=some')).toEqual({ fiscalYear: 2026 })
})

test('a year chosen in the shell while all years are shown wins', () => {
  expect(listAt('/admin/entries?years=all&fiscalYear=2025')).toEqual({ fiscalYear: 2025 })
})

test('a figure opens exactly the postings of its filter, whatever year is in view', () => {
  const filters: PostingFilter[] = [
    {},
    { category: 'membership_dues' },
    { fiscalYear: fiscalYear(2024), category: 'donation' },
    { from: localDate('2025-04-01'), to: localDate('2025-11-21') },
    { to: localDate('2025-11-21') },
    { batchId: id('01a1fc65-c98c-7c7a-acea-dcc06c24a1ee') },
    { allocationYear: fiscalYear(2025) },
  ]
  for (const filter of filters) expect(listAt(entriesHref(filter))).toEqual(filter)
})

test('an order that nobody knows is left out', () => {
  expect(entriesSearchOf({ order: 'largest' })).toEqual({ order: 'largest' })
  expect(entriesSearchOf({ order: 'tallest' })).toEqual({})
})
