import { expect, test } from 'vitest'
import { contextOfWire, wireOfContext } from './intake-context-wire.ts'
import { sampleContext } from './sample-ground.ts'

test('the screen reads against the very tables of the server, in their order', () => {
  const context = sampleContext()
  const arrived = contextOfWire(JSON.parse(JSON.stringify(wireOfContext(context))))
  expect(arrived.ground).toEqual(context.ground)
  expect([...arrived.ground.areas.keys()]).toEqual([...context.ground.areas.keys()])
  expect(arrived.households).toEqual(context.households)
  expect(arrived.today).toBe(context.today)
  expect(arrived.openMonths).toEqual(context.openMonths)
})
