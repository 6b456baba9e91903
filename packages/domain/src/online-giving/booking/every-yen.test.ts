import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type LocalDate, localDate } from '../../calendar/local-date.ts'
import { id, type JournalEntryId, type LedgerAccountId } from '../../ids.ts'
import { type EntryDraft, isBalanced } from '../../ledger/entry-draft.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { entriesOfFailedPayout, entryOfPayout, type PayoutAmounts, sumsOfPayout } from './payout-entries.ts'
import { entriesOfGivingBack, entriesOfTakingBack, totalOf } from './taken-back-entries.ts'

let count = 0
const idOf = <Brand extends string>() => id<Brand>(`01930000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`)
const newId = (): JournalEntryId => idOf()
const twoIds = (): [JournalEntryId, JournalEntryId] => [newId(), newId()]

const receivable = idOf<'LedgerAccountId'>()
const income = idOf<'LedgerAccountId'>()
const fees = idOf<'LedgerAccountId'>()
const bank = idOf<'LedgerAccountId'>()
const expense = idOf<'LedgerAccountId'>()
const fundId = idOf<'FundId'>()
const postedById = idOf<'UserId'>()
const source = { kind: 'online_refund', id: 're' } as const

function paymentOf(amount: number, entryDate: LocalDate): EntryDraft {
  return {
    id: newId(), entryDate, kind: 'receipt', description: 'オンライン寄附', sourceKind: 'online_payment', sourceId: `council:pi_${count}`, postedById, searchText: '',
    postings: [{ accountId: receivable, amountYen: yen(amount) }, { accountId: income, amountYen: yen(-amount), fundId, count: 1 }],
  }
}

const payoutOf = (amountYen: number, lines: readonly PayoutAmounts[], bookedOn = localDate('2026-11-20')) => entryOfPayout({
  id: newId(), sourceId: `council:po_${count}`, amountYen: yen(amountYen), lines, bookedOn, accountName: '社協の受け口', bankAccountId: bank, feeAccountId: fees,
  receivableAccountId: receivable, postedById,
})

const lineOf = (kind: PayoutAmounts['kind'], gross: number, fee = 0): PayoutAmounts => ({ kind, grossYen: yen(gross), feeYen: yen(fee) })

/** What stands on an account, debit positive. */
const balanceOf = (entries: readonly EntryDraft[], accountId: LedgerAccountId) =>
  sumYen(entries.flatMap(({ postings }) => postings.filter((posting) => posting.accountId === accountId).map(({ amountYen }) => amountYen)))

const sidesOf = (entry: EntryDraft | null | undefined) => entry?.postings.map(({ accountId, amountYen }) => [accountId, amountYen])

describe('a payout', () => {
  it('brings the bank its net, tells the fees and settles 未収金 gross', () => {
    const lines = [lineOf('payment', 10_000, 360), lineOf('payment', 3_000, 108), lineOf('refund', -3_000), lineOf('dispute', -10_000, 1_500), lineOf('payment', 50_000, 1_800), lineOf('fee', -200)]
    expect(sumsOfPayout(lines)).toEqual({ grossYen: 50_000, feeYen: 3_968, netYen: 46_032 })
    expect(sidesOf(payoutOf(46_032, lines))).toEqual([[bank, 46_032], [fees, 3_968], [receivable, -50_000]])
  })

  it('of fees alone draws them from the bank', () => {
    expect(sidesOf(payoutOf(-200, [lineOf('fee', -200)]))).toEqual([[bank, -200], [fees, 200]])
  })

  it('that is negative takes what was given back from the bank', () => {
    expect(sidesOf(payoutOf(-5_000, [lineOf('refund', -5_000)]))).toEqual([[bank, -5_000], [receivable, 5_000]])
  })

  it('in which nothing moves is no entry, and one whose lines come to another sum is refused', () => {
    expect(payoutOf(0, [])).toBeNull()
    expect(() => payoutOf(999, [lineOf('payment', 1_000)])).toThrow(RangeError)
  })
})

describe('money that is given back', () => {
  const taking = { source, reason: '二重に申し込まれたため', receivableAccountId: receivable, expenseAccountId: expense, postedById, bookedOn: localDate('2026-11-20') }

  it('is reversed when it is the whole', () => {
    const entry = paymentOf(10_000, localDate('2026-11-01'))
    const { entries, takenById, standingId } = entriesOfTakingBack({ ...taking, entry, amountYen: yen(10_000) }, twoIds())
    expect(entries.map(({ kind, postings }) => [kind, postings[1]?.amountYen, postings[1]?.fundId, postings[1]?.count])).toEqual([['reversal', 10_000, fundId, -1]])
    expect([takenById, standingId]).toEqual([entries[0]?.id, null])
  })

  it('leaves an entry of the rest when it is a part', () => {
    const entry = paymentOf(10_000, localDate('2026-11-01'))
    const { entries, standingId } = entriesOfTakingBack({ ...taking, entry, amountYen: yen(3_000) }, twoIds())
    expect(entries.map(({ kind }) => kind)).toEqual(['reversal', 'receipt'])
    expect(entries[1]).toMatchObject({ id: standingId, sourceKind: 'correction', sourceId: entry.id, correctsEntryId: entry.id })
    expect(sidesOf(entries[1])).toEqual([[receivable, 7_000], [income, -7_000]])
  })

  it('is 雑支出 in a later fiscal year, unless it never was income', () => {
    const entry = paymentOf(10_000, localDate('2026-03-31'))
    const late = { ...taking, entry, amountYen: yen(10_000), bookedOn: localDate('2026-04-01') }
    expect(sidesOf(entriesOfTakingBack(late, twoIds()).entries[0])).toEqual([[expense, 10_000], [receivable, -10_000]])
    expect(entriesOfTakingBack(late, twoIds()).standingId).toBe(entry.id)
    expect(entriesOfTakingBack({ ...late, expenseAccountId: null }, twoIds()).entries[0]?.kind).toBe('reversal')
  })

  it('is never more than was paid', () => {
    expect(() => entriesOfTakingBack({ ...taking, entry: paymentOf(500, localDate('2026-11-01')), amountYen: yen(501) }, twoIds())).toThrow(RangeError)
  })
})

/** Everything that can become of one payment, in an order that the gateway may tell it in. */
const lives = fc.record({
  amount: fc.integer({ min: 100, max: 300_000 }),
  feePercent: fc.integer({ min: 0, max: 4 }),
  paidOn: fc.constantFrom('2026-03-30', '2026-04-02', '2026-11-01').map(localDate),
  acts: fc.array(fc.record({
    kind: fc.constantFrom('refund', 'failed refund', 'lost dispute', 'won dispute'),
    share: fc.double({ min: 0.001, max: 1, noNaN: true }),
    bookedOn: fc.constantFrom('2026-04-05', '2026-11-20', '2027-04-03').map(localDate),
  }), { maxLength: 4 }).map((acts) => acts.toSorted((left, right) => (left.bookedOn < right.bookedOn ? -1 : 1))),
})

interface Told {
  readonly entries: EntryDraft[]
  readonly lines: PayoutAmounts[]
}

function tell({ amount, feePercent, paidOn, acts }: typeof lives extends fc.Arbitrary<infer Life> ? Life : never): Told {
  const payment = paymentOf(amount, paidOn)
  const told: Told = { entries: [payment], lines: [lineOf('payment', amount, Math.floor((amount * feePercent) / 100))] }
  let [standing, undone]: [EntryDraft | null, EntryDraft | null] = [payment, null]
  let left = amount
  for (const { kind, share, bookedOn } of acts) {
    const part = Math.max(1, Math.floor(left * share))
    if (left === 0 || standing === null) break
    const isDispute = kind.endsWith('dispute')
    told.lines.push(lineOf(isDispute ? 'dispute' : 'refund', -part, isDispute ? 1_500 : 0))
    if (kind === 'won dispute') {
      told.lines.push(lineOf('dispute_reversal', part, -1_500))
      continue
    }
    const act = { amountYen: yen(part), bookedOn, source, reason: '理由', postedById }
    // What is left of an entry after part of it became 雑支出 of a later year is less than the entry is over.
    if (totalOf(standing) < part) break
    const taken = entriesOfTakingBack({ ...act, entry: standing, receivableAccountId: receivable, expenseAccountId: expense }, twoIds())
    told.entries.push(...taken.entries)
    left -= part
    undone = taken.standingId === null ? standing : undone
    standing = told.entries.find(({ id: entryId }) => entryId === taken.standingId) ?? null
    if (kind !== 'failed refund') continue
    const takenBy = told.entries.find(({ id: entryId }) => entryId === taken.takenById)
    if (takenBy === undefined) throw new Error('nothing took it back')
    told.lines.push(lineOf('refund_failure', part))
    const given = entriesOfGivingBack({ ...act, takenBy, standing, undone }, twoIds())
    told.entries.push(...given.entries)
    left += part
    standing = told.entries.find(({ id: entryId }) => entryId === given.standingId) ?? null
  }
  return told
}

test('every yen is accounted for: whatever becomes of payments and payouts, 未収金 is empty when all is paid out', () => {
  fc.assert(
    fc.property(fc.array(lives, { maxLength: 6 }), fc.array(fc.record({ share: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() }), { maxLength: 6 }), (all, payouts) => {
      const told = all.map(tell)
      const entries = told.flatMap((life) => life.entries)
      const lines = told.flatMap((life) => life.lines)
      const bookedOn = localDate('2027-04-10')
      let arrived = 0
      for (const { share, fails } of [...payouts, { share: lines.length + payouts.length + 1, fails: false }]) {
        const own = lines.splice(0, share)
        const { netYen } = sumsOfPayout(own)
        const entry = payoutOf(netYen, own, bookedOn)
        arrived += fails ? 0 : netYen
        if (entry === null) continue
        entries.push(entry)
        if (!fails) continue
        entries.push(...entriesOfFailedPayout(entry, { ids: twoIds(), bookedOn, reason: '口座なし', feeAccountId: fees, receivableAccountId: receivable, postedById }))
        // What did not arrive comes again as one sum.
        lines.push(lineOf('adjustment', netYen))
      }
      expect(entries.every(({ postings }) => isBalanced(postings))).toBe(true)
      expect([balanceOf(entries, receivable), balanceOf(entries, bank)]).toEqual([0, arrived])
      // 総額主義: what is left of income, fees and 雑支出 is what the bank has.
      expect(balanceOf(entries, income) + balanceOf(entries, fees) + balanceOf(entries, expense) + arrived).toBe(0)
    }),
  )
})
