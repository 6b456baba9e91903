import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { localDate } from '../calendar/local-date.ts'
import type { PaidDues, SupporterDues } from '../membership-dues/payer/supporter-dues.ts'
import type { IntakeSupporter } from './intake-context.ts'
import { emptyLine, intakeDraftSchema, type IntakeDraftLine } from './intake-draft.ts'
import { warningsOfLine } from './line-warnings.ts'
import { readIntakeDraft } from './read-intake-draft.ts'
import { sampleContext, sampleId } from './sample-ground.ts'
import { repeatedPayerWarnings, suggestedDuesOfLine } from './supporter-dues-warnings.ts'

const context = sampleContext()

/** 法人会費 of 令和8年度, paid on 10 May through 日吉一丁目自治会. */
const companyDues: PaidDues = {
  duesKindId: sampleId(304),
  duesYear: fiscalYear(2026),
  entryNumber: 12,
  entryDate: localDate('2026-05-10'),
  areaName: '日吉一丁目自治会',
}

function read(dues: SupporterDues, ...lines: Partial<IntakeDraftLine>[]) {
  const company: IntakeSupporter = { id: sampleId(501), number: 7, name: '有限会社日吉建設', isClosed: false, dues }
  const draft = intakeDraftSchema.parse({
    header: { receivedOn: 'R8.11.20', area: '01-01' },
    lines: lines.map((line, place) => ({ ...emptyLine(sampleId(place + 1)), supporter: '7', ...line })),
  })
  return readIntakeDraft(draft, context, new Map([[7, company]])).lines
}

function warningsOf(paid: PaidDues[], line: Partial<IntakeDraftLine>): string[] {
  const [reading] = read({ paid, memberships: [] }, { amount: '5,000', ...line })
  if (reading === undefined) throw new Error('no line was read')
  return warningsOfLine(reading, context).flatMap(({ column, message }) => (column === 'supporter' ? [message] : []))
}

test('dues that were paid already are told with day, slip and way', () => {
  expect(warningsOf([companyDues], { kind: '14' })).toEqual([
    'この支援者は令和8年度の法人会費を5月10日に納入済みです（伝票12、日吉一丁目自治会経由）。',
  ])
  expect(warningsOf([{ ...companyDues, areaName: null }], { kind: '14' })).toEqual([
    'この支援者は令和8年度の法人会費を5月10日に納入済みです（伝票12、直接）。',
  ])
  expect(warningsOf([companyDues, { ...companyDues, entryNumber: 3 }], { kind: '14' })).toEqual([
    'この支援者は令和8年度の法人会費を5月10日に納入済みです（伝票12、日吉一丁目自治会経由、ほか1件）。',
  ])
})

test('another kind in the same year is a mild note', () => {
  expect(warningsOf([companyDues], { kind: '12' })).toEqual([
    'この支援者は同じ年度の法人会費も納めています（5月10日、伝票12、日吉一丁目自治会経由）。',
  ])
})

test('another year, a gift, and a supporter of whom nothing is known yet say nothing', () => {
  expect(warningsOf([companyDues], { kind: '14-2025' })).toEqual([])
  expect(warningsOf([companyDues], { kind: '4' })).toEqual([])
  expect(warningsOf([], { kind: '14' })).toEqual([])
})

test('the same payer twice in one batch is told at the later line', () => {
  const dues = { paid: [], memberships: [] }
  const warnings = repeatedPayerWarnings(read(dues, { kind: '14' }, { kind: '12' }, { kind: '14' }, { kind: '4' }, { kind: '14-2025' }))
  expect([...warnings].map(([place, { message }]) => `${place + 1}: ${message}`)).toEqual([
    '2: 1行目で、同じ支援者が法人会費も納めています。',
    '3: 1行目と同じ支援者・会員種別です。二重でないか確かめてください。',
  ])
})

test('a member is suggested 口 × 目安, by the 口 on the slip where they are typed', () => {
  const member: SupporterDues = { paid: [], memberships: [{ duesKindId: sampleId(304), units: 2 }] }
  const suggestedFor = (dues: SupporterDues, line: Partial<IntakeDraftLine>) => {
    const [reading] = read(dues, line)
    return reading === undefined ? null : suggestedDuesOfLine(reading, context.ground)
  }
  expect(suggestedFor(member, { kind: '14' })).toMatchObject({ units: 2, amountYen: 10_000 })
  expect(suggestedFor(member, { kind: '14', units: '3' })).toMatchObject({ units: 3, amountYen: 15_000 })
  expect(suggestedFor(member, { kind: '12' })).toBeNull()
  expect(suggestedFor(member, { kind: '1' })).toBeNull()
  expect(suggestedFor({ paid: [], memberships: [{ duesKindId: sampleId(304), units: null }] }, { kind: '14' })).toBeNull()
})
