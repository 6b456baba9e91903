import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { formatRatio } from '../../money/ratio.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { externalApplicationDetailsSchema } from './external-application-details.ts'
import { type ExternalApplicationState, externalApplicationStates } from './external-application-state.ts'
import { externalCallKinds } from './external-call-kind.ts'
import { externalCallState } from './external-call-state.ts'
import { daysLeftWords, externalDeadlines, reminderDays } from './external-deadlines.ts'
import { externalSuccess } from './external-success.ts'

const today = localDate('2026-10-15')
const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(today, days))
const orNone = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const application = fc
  .record({ state: fc.constantFrom(...externalApplicationStates), reportDueOn: orNone(day), reportedOn: orNone(day) })
const call = fc.record({ opensOn: orNone(day), deadlineOn: day, passedOn: orNone(day), applications: fc.array(application, { maxLength: 3 }) })

test('whatever is told of is due within the days ahead and still to do, the earliest first', () => {
  fc.assert(fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
    const told = externalDeadlines(calls, today)
    expect(told.every(({ dueOn, daysLeft }) => daysLeft <= reminderDays && addDays(today, daysLeft) === dueOn)).toBe(true)
    expect(told.map(({ daysLeft }) => daysLeft)).toEqual(told.map(({ daysLeft }) => daysLeft).toSorted((left, right) => left - right))
    for (const { what, call: of, application: one } of told) {
      if (what === 'report') expect(one).toMatchObject({ state: 'awarded', reportedOn: null })
      else if (one === null) expect([of.applications, ['coming', 'open'].includes(externalCallState(of, today))]).toEqual([[], true])
      else expect([one.state, of.passedOn]).toEqual(['preparing', null])
    }
  }))
})

test('every report of an award that is due within the days ahead or overdue is told of', () => {
  fc.assert(fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
    const due = calls.flatMap(({ applications }) => applications).filter(({ state, reportDueOn, reportedOn }) => state === 'awarded' && reportedOn === null && reportDueOn !== null && reportDueOn <= addDays(today, reminderDays))
    expect(externalDeadlines(calls, today).filter(({ what }) => what === 'report')).toHaveLength(due.length)
  }))
})

test('the days that are left are said in words', () => {
  expect([12, 1, 0, -3].map(daysLeftWords)).toEqual(['あと12日', 'あと1日', '今日まで', '3日過ぎています'])
})

test('a call is open on its last day, and one that was passed over is nothing else', () => {
  const state = (days: Partial<Parameters<typeof externalCallState>[0]>) => externalCallState({ opensOn: null, deadlineOn: today, passedOn: null, ...days }, today)
  expect([state({}), state({ deadlineOn: addDays(today, -1) }), state({ opensOn: addDays(today, 1), deadlineOn: addDays(today, 9) }), state({ passedOn: today })]).toEqual(['open', 'ended', 'coming', 'passed'])
})

test('years, kinds and funders each make up the same total, and what is not decided counts in none', () => {
  const decided = fc.record({
    state: fc.constantFrom<ExternalApplicationState>('awarded', 'rejected', 'applied', 'withdrawn', 'preparing'), decidedOn: day, kind: fc.constantFrom(...externalCallKinds),
    funder: fc.constantFrom('○○財団', '△△銀行', 'ささえ市'), amount: fc.integer({ min: 1, max: 9_000_000 }),
  })
  fc.assert(fc.property(fc.array(decided, { maxLength: 12 }), (drawn) => {
    const applications = drawn.map(({ amount, decidedOn, ...same }) => ({
      ...same, awardedYen: same.state === 'awarded' ? yen(amount) : null, decidedOn: same.state === 'awarded' || same.state === 'rejected' ? decidedOn : null, receivedYen: yen(0),
    }))
    const { years, kinds, funders, total } = externalSuccess(applications)
    expect(total.decided).toBe(applications.filter(({ state }) => state === 'awarded' || state === 'rejected').length)
    for (const lines of [years, kinds, funders]) {
      expect(sumYen(lines.map(({ awardedYen }) => awardedYen))).toBe(total.awardedYen)
      expect(lines.reduce((sum, { decided: count }) => sum + count, 0)).toBe(total.decided)
      expect(lines.every(({ awarded, decided: count }) => awarded <= count && count > 0)).toBe(true)
    }
  }))
  const { total } = externalSuccess([])
  expect(formatRatio(total.awarded, total.decided)).toBe('—')
})

const callId = '0199a000-0000-7000-8000-000000000001'
test.each([
  [{ state: 'applied' }, ['appliedOn']],
  [{ state: 'awarded', appliedOn: '2026-05-01' }, ['decidedOn', 'awardedYen']],
  [{ state: 'rejected', appliedOn: '2026-05-01', decidedOn: '2026-04-30' }, ['decidedOn']],
  [{ state: 'awarded', appliedOn: '2026-05-01', decidedOn: '2026-07-01', awardedYen: 1, reportedOn: '2026-06-30' }, ['reportedOn']],
])('what a state needs is asked for: %j', (given, wanted) => {
  expect(externalApplicationDetailsSchema.safeParse({ callId, projectName: '見守り', ...given }).error?.issues.map(({ path }) => path.join('.'))).toEqual(wanted)
})

test('what another state had in the form is left out', () => {
  const given = { callId, projectName: '見守り', state: 'preparing', appliedOn: '2026-05-01', decidedOn: '2026-07-01', awardedYen: 5, reportDueOn: '2027-04-30', reportedOn: '2027-04-01' }
  expect(externalApplicationDetailsSchema.parse(given)).toMatchObject({ appliedOn: null, decidedOn: null, awardedYen: null, reportDueOn: null, reportedOn: null })
})
