import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { changesSince, type ReportFigure } from './report-figure.ts'

const moment = '2026-11-22T06:00:00.000Z'
const anyFigure = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), amountYen: fc.integer({ min: -1_000, max: 1_000 }).map(yen) })
const anyReport = fc.uniqueArray(anyFigure, { selector: ({ key }) => key }).map((figures) =>
  figures.map(({ key, amountYen }): ReportFigure => ({ key, section: '財源', label: key, amountYen, filter: key === 'd' ? null : { text: key } })))

test('then and the differences are now, figure by figure, and what did not change is not told', () => {
  fc.assert(
    fc.property(anyReport, anyReport, (then, now) => {
      const changes = changesSince(then, now, moment)
      const amounts = new Map(then.map(({ key, amountYen }): [string, number] => [key, amountYen]))
      for (const { key, differenceYen } of changes) {
        expect(differenceYen).not.toBe(0)
        amounts.set(key, (amounts.get(key) ?? 0) + differenceYen)
      }
      for (const { key, amountYen } of now) expect(amounts.get(key) ?? 0).toBe(amountYen)
      for (const { key } of then) if (!now.some((figure) => figure.key === key)) expect(amounts.get(key)).toBe(0)
    }),
  )
})

test('a changed figure leads to what was posted since, a balance nowhere', () => {
  const figures = (amount: number): ReportFigure[] => ['a', 'd'].map((key) => ({ key, section: '', label: '', amountYen: yen(amount), filter: key === 'd' ? null : { text: key } }))
  expect(changesSince(figures(1), figures(5), moment).map(({ since }) => since)).toEqual([{ text: 'a', postedAfter: moment }, null])
})
