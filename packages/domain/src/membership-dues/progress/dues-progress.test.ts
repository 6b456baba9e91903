import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { type AreaId, id } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import { duesCut } from './dues-cut.ts'
import {
  type DuesFact,
  duesProgress,
  type DuesProgressRow,
  lowestOf,
  type ProgressArea,
  rowsInStatus,
  sumOfDues,
} from './dues-progress.ts'
import { progressOfWire, wireOfProgress } from './dues-progress-wire.ts'
import { combinedStatus, duesStatusOf } from './dues-status.ts'

const areaId = (number: number) => id<'AreaId'>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const kindId = (number: number) => id<'DuesKindId'>(`00000000-0000-7000-8000-9${String(number).padStart(11, '0')}`)

const nothing = { askedHouseholds: 0, paidHouseholds: 0, askedMembers: 0, paidMembers: 0, askedUnits: 0 }
const noYen = { expectedYen: yen(0), receivedYen: yen(0), lastYen: yen(0) }

function fact(place: AreaId | null, change: Partial<DuesFact>): DuesFact {
  return { areaId: place, duesKindId: kindId(1), ...nothing, ...noYen, ...change }
}

/** 市 › two 校区 › two 自治会 each › one 班 each. */
function aTree(): Map<AreaId, ProgressArea> {
  const area = (number: number, parent: number | null, level: number): [AreaId, ProgressArea] => [
    areaId(number),
    { parentId: parent === null ? null : areaId(parent), level, code: String(number), name: `地域${number}`, isClosed: false },
  ]
  return new Map([
    area(0, null, 0),
    ...[1, 2].map((district) => area(district, 0, 1)),
    ...[11, 12].map((association) => area(association, 1, 2)),
    ...[21, 22].map((association) => area(association, 2, 2)),
    ...[11, 12, 21, 22].map((association) => area(association * 10, association, 3)),
  ])
}

const anyFact = fc
  .record({
    place: fc.constantFrom(null, 0, 1, 2, 11, 12, 21, 22, 110, 120, 210, 220),
    kind: fc.integer({ min: 1, max: 4 }),
    figures: fc.tuple(...Array.from({ length: 5 }, () => fc.nat(5_000))),
    yens: fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: -500_000, max: 5_000_000 }))),
  })
  .map(({ place, kind, figures, yens }): DuesFact => {
    const [askedHouseholds = 0, paidHouseholds = 0, askedMembers = 0, paidMembers = 0, askedUnits = 0] = figures
    const [expected = 0, received = 0, last = 0] = yens
    return {
      areaId: place === null ? null : areaId(place), duesKindId: kindId(kind),
      askedHouseholds, paidHouseholds, askedMembers, paidMembers, askedUnits,
      expectedYen: yen(Math.abs(expected)), receivedYen: yen(received), lastYen: yen(last),
    }
  })

const lowest = (rows: readonly DuesProgressRow[]): DuesProgressRow[] =>
  rows.flatMap((row) => (row.children.length === 0 ? [row] : lowest(row.children)))

test('whatever was asked and paid wherever, the lines of every level add up to the raw facts', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 60 }), (facts) => {
      const rows = duesProgress(facts, { areas: aTree(), households: new Map() })
      expect(sumOfDues(rows)).toEqual(sumOfDues(facts))
      expect(sumOfDues(lowest(rows))).toEqual(sumOfDues(facts))
      const check = (row: DuesProgressRow) => {
        if (row.children.length === 0) return
        const { askedHouseholds, receivedYen, lastYen } = sumOfDues(row.children)
        expect([row.askedHouseholds, row.receivedYen, row.lastYen]).toEqual([askedHouseholds, receivedYen, lastYen])
        row.children.forEach(check)
      }
      rows.forEach(check)
      const areas = lowest(rows).filter(({ part }) => part === 'area').length
      expect(Object.values(lowestOf(rows)).reduce((sum, count) => sum + count, 0)).toBe(areas)
    }),
  )
})

test('what travels is what was sent', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 30 }), (facts) => {
      const kinds = [1, 2, 3, 4].map((number) => ({
        duesKindId: kindId(number),
        name: `種別${number}`,
        unit: 'household' as const,
        payer: 'household' as const,
        request: 'fixed' as const,
      }))
      const households = [
        { basis: 'association_membership' as const, asOf: localDate('2026-04-01'), counts: new Map([[areaId(11), 240]]) },
      ]
      const cut = duesCut({ fiscalYear: fiscalYear(2026) }, localDate('2026-07-01'))
      const progress = { cut, kinds, areas: aTree(), facts, households }
      expect(progressOfWire(structuredClone(wireOfProgress(progress)))).toEqual(progress)
    }),
  )
})

test('a 自治会 without any figure is in sight as お願いなし; a 班 below it is not', () => {
  const rows = duesProgress([fact(areaId(11), { askedHouseholds: 100, expectedYen: yen(50_000) })], {
    areas: aTree(),
    households: new Map([[areaId(12), 80]]),
  })
  expect(lowest(rows).map(({ code, status, households }) => [code, status, households])).toEqual([
    ['11', 'unpaid', null],
    ['12', 'unasked', 80],
    ['21', 'unasked', null],
    ['22', 'unasked', null],
  ])
  expect(rowsInStatus(rows, 'unpaid').map(({ code, children }) => [code, children.length])).toEqual([['1', 1]])
})

test('an area is 納入済み only when every kind asked of it is', () => {
  const asked = { askedHouseholds: 100, expectedYen: yen(50_000) }
  const facts = [
    fact(areaId(11), { ...asked, receivedYen: yen(50_000) }),
    fact(areaId(11), { duesKindId: kindId(2), askedMembers: 2, expectedYen: yen(2_000) }),
  ]
  const ground = { areas: aTree(), households: new Map() }
  expect(lowest(duesProgress(facts, ground))[0]?.status).toBe('partial')
  expect(lowest(duesProgress(facts.slice(0, 1), ground))[0]?.status).toBe('paid')
})

test('statuses: what suggests no amount is paid by any amount, and a payment taken back leaves 未納', () => {
  expect(duesStatusOf({ asked: 0, expectedYen: yen(0), receivedYen: yen(5_000) })).toBe('unasked')
  expect(duesStatusOf({ asked: 1, expectedYen: yen(0), receivedYen: yen(1) })).toBe('paid')
  expect(duesStatusOf({ asked: 1, expectedYen: yen(500), receivedYen: yen(0) })).toBe('unpaid')
  expect(duesStatusOf({ asked: 1, expectedYen: yen(500), receivedYen: yen(499) })).toBe('partial')
  expect(combinedStatus(['unasked', 'paid'])).toBe('paid')
  expect(combinedStatus([])).toBe('unasked')
})

test('last year is cut on the same day, late slips in April included', () => {
  const year = fiscalYear(2026)
  expect(duesCut({ fiscalYear: year }, localDate('2026-07-15'))).toMatchObject({ until: '2026-07-15', lastUntil: '2025-07-15' })
  expect(duesCut({ fiscalYear: year, until: localDate('2027-04-20') }, localDate('2027-06-01'))).toMatchObject({
    until: '2027-04-20',
    lastUntil: '2026-04-20',
  })
  expect(duesCut({ fiscalYear: year, until: localDate('2028-02-29') }, localDate('2028-06-01')).lastUntil).toBe('2027-02-28')
})
