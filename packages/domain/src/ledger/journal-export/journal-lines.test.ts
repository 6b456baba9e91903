import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { yen } from '../../money/yen.ts'
import { type ExportedEntry, type ExportedPosting, journalCells, journalLines, unmappedAccounts } from './journal-lines.ts'
import { journalPresets } from './journal-presets.ts'
import { compoundForms, type JournalMapping, type JournalNames } from './journal-profile.ts'

const posting = fc.record({ account: fc.constantFrom('cash', 'bank', 'dues', 'gifts'), amountYen: fc.integer({ min: -5_000, max: 5_000 }).filter((amount) => amount !== 0) })
const balanced = fc.array(posting, { minLength: 1, maxLength: 7 }).map((postings) => {
  const rest = -postings.reduce((sum, { amountYen }) => sum + amountYen, 0)
  return [...postings, ...(rest === 0 ? [] : [{ account: 'rest', amountYen: rest }])].map(({ account, amountYen }) => booked(account, amountYen))
})

test.each(compoundForms)('the sums per account and side are those of the entry, and debits equal credits (%s)', (compound) => {
  fc.assert(fc.property(balanced, (postings) => {
    const lines = journalLines({ postings }, compound)
    const written = lines.flatMap(({ debit, credit }) => [
      ...(debit === null ? [] : [[`借 ${debit.posting?.accountId ?? '諸口'}`, debit.amountYen] as const]),
      ...(credit === null ? [] : [[`貸 ${credit.posting?.accountId ?? '諸口'}`, credit.amountYen] as const]),
    ])
    const told = postings.map(({ accountId, amountYen }) => [`${amountYen > 0 ? '借' : '貸'} ${accountId}`, Math.abs(amountYen)] as const)
    const { '借 諸口': sundryDebit = 0, '貸 諸口': sundryCredit = 0, ...sums } = sumsOf(written)
    expect(sums).toEqual(sumsOf(told))
    expect(sundryDebit).toBe(sundryCredit)
  }))
})

test('弥生 takes a simple entry as one line and a compound one as a slip', () => {
  expect(printed(yayoi, [booked('cash', 300), booked('dues', -300)])).toEqual([
    '2000,7,,2026/04/01,現金,,,対象外,300,,会費収入,社協会費,,対象外,300,,4月分,,,0,,,,,no',
  ])
  expect(printed(yayoi, [booked('cash', 600), booked('dues', -100), booked('gifts', -200), booked('bank', -300)])).toEqual([
    '2110,7,,2026/04/01,現金,,,対象外,600,,会費収入,社協会費,,対象外,100,,4月分,,,3,,,,,no',
    '2100,7,,2026/04/01,,,,,0,,寄附金収入,社協会費,,対象外,200,,4月分,,,3,,,,,no',
    '2101,7,,2026/04/01,,,,,0,,普通預金,,,対象外,300,,4月分,,,3,,,,,no',
  ])
})

test('諸口 stands opposite where a format wants it, and a counterpart goes before our own code', () => {
  const mapping: JournalMapping = { ...mappingOf('tkc'), dateForm: 'era', sundryCode: '999', accounts: [{ accountId: 'dues', code: '5111', name: '' }] }
  expect(printed(mapping, [booked('cash', 300), booked('dues', -100), booked('gifts', -200)])).toEqual([
    'R08/04/01,7,1,01,02,1110,現金,,300,,,999,諸口,,300,4月分',
    'R08/04/01,7,2,,,999,諸口,,100,,,5111,会費収入,,100,4月分',
    'R08/04/01,7,3,,,999,諸口,,200,,,4200,寄附金収入,,200,4月分',
  ])
})

test('an account without code and name on the other side has no counterpart', () => {
  const accounts = [{ accountId: 'cash', code: '', name: '' }, { accountId: 'dues', code: '5111', name: '' }]
  expect(unmappedAccounts(['cash', 'dues', 'gifts'], { accounts })).toEqual(['cash', 'gifts'])
})

const yayoi = mappingOf('yayoi')

function mappingOf(code: string): JournalMapping {
  const preset = journalPresets.find((each) => each.preset === code)
  if (preset === undefined) throw new Error(`no preset ${code}`)
  return preset.mapping
}

const names: JournalNames = {
  accounts: {
    cash: { code: '1110', name: '現金', siteCode: '01', serviceCode: '02' },
    bank: { code: '1120', name: '普通預金', siteCode: '', serviceCode: '' },
    dues: { code: '4100', name: '会費収入', siteCode: '', serviceCode: '' },
    gifts: { code: '4200', name: '寄附金収入', siteCode: '', serviceCode: '' },
  },
  subAccounts: { s: '社協会費' },
}

function booked(accountId: string, amountYen: number): ExportedPosting {
  const source = accountId === 'dues' || accountId === 'gifts' ? 's' : null
  return { accountId, amountYen: yen(amountYen), subAccounts: { source, campaign: null, fund: null, dues_kind: null } }
}

function printed(mapping: JournalMapping, postings: ExportedPosting[]): string[] {
  const entry: ExportedEntry = { fiscalYear: fiscalYear(2026), entryNumber: 7, entryDate: localDate('2026-04-01'), kind: 'receipt', description: '4月分', postings }
  return journalCells(entry, { mapping, names }).map((cells) => cells.join(','))
}

function sumsOf(amounts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [key, amount] of amounts) sums[key] = (sums[key] ?? 0) + amount
  return sums
}
