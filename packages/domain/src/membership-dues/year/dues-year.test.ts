import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import { changeYen, enrollmentOf, totalOfKinds } from './dues-year.ts'

const figures = fc.integer({ min: 0, max: 9_000_000 }).map((amount) => ({ members: 0, units: null, receivedYen: yen(amount) }))

test('the changes of all kinds add up to the change of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ now: figures, last: figures })), (kinds) => {
      const sum = kinds.reduce((total, kind) => total + changeYen(kind), 0)
      expect(totalOfKinds(kinds).changeYen).toBe(sum)
    }),
  )
})

test('a 校区 without households counts neither above nor below the line of the rate', () => {
  const row = { areaId: id<'AreaId'>('01990000-0000-7000-8000-000000000001'), code: '01', name: '一' }
  expect(
    enrollmentOf([
      { ...row, paidHouseholds: 40, households: 100 },
      { ...row, paidHouseholds: 7, households: null },
    ]),
  ).toEqual({ paidHouseholds: 40, households: 100 })
  expect(enrollmentOf([{ ...row, paidHouseholds: 7, households: null }])).toBeNull()
})
