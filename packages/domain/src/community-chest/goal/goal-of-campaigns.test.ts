import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { goalOfCampaign, goalOfCampaigns } from './goal-of-campaigns.ts'

test('what was fixed goes before what the areas come to, also where it is nothing', () => {
  expect(goalOfCampaign({ goalYen: yen(500) }, yen(450))).toBe(500)
  expect(goalOfCampaign({ goalYen: yen(0) }, yen(450))).toBe(0)
  expect(goalOfCampaign({ goalYen: null }, yen(450))).toBe(450)
  expect(goalOfCampaign({ goalYen: null }, undefined)).toBeNull()
})

test('drives have a goal together only when each has one', () => {
  expect(goalOfCampaigns([yen(500), yen(40)])).toBe(540)
  expect(goalOfCampaigns([yen(500), null])).toBeNull()
  expect(goalOfCampaigns([])).toBeNull()
})
