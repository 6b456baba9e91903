import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../ids.ts'
import { defaultFundingSources } from '../../ledger/default-funding-sources.ts'
import { drivesOf, fundingCategories } from '../../ledger/funding-category.ts'
import { standardIncomeLines } from './standard-income-lines.ts'

const sourceId = (place: number) => id<'FundingSourceId'>(`01990000-0000-7000-8000-${String(place).padStart(12, '0')}`)

test('the sources of a new council stand in the lines that bear their names', () => {
  const sources = defaultFundingSources.map((source, place) => ({ ...source, id: sourceId(place) }))
  const named = standardIncomeLines(sources).flatMap(({ name, sourceIds }) =>
    sourceIds.map((each) => `${name}：${sources.find((source) => source.id === each)?.name ?? ''}`))
  expect(named).toEqual([
    '会費：社協会費', '共同募金配分金：一般募金配分金', '共同募金配分金：歳末たすけあい配分金', '寄附金：寄附金', '市区町村補助金：市補助金', '受託金：受託金',
    '助成金：助成金', '事業収入：事業収入', '負担金：負担金', '受取利息：受取利息配当金', 'その他：その他',
  ])
})

test('whatever a council calls its sources, each of its own has one line, and what is held for others has none', () => {
  const anySources = fc.array(fc.record({ name: fc.constantFrom('一般募金配分金', '負担金', '預金利息', '車いす利用料', 'ほか'), category: fc.constantFrom(...fundingCategories) }))
  fc.assert(fc.property(anySources, (drawn) => {
    const sources = drawn.map((source, place) => ({ ...source, id: sourceId(place) }))
    const counted = standardIncomeLines(sources).flatMap(({ sourceIds }) => sourceIds).toSorted()
    expect(counted).toEqual(sources.filter(({ category }) => drivesOf(category).length === 0).map((source) => source.id).toSorted())
  }))
})
