import { expect, test } from 'vitest'
import { emptyLine, intakeDraftSchema, type LineColumn } from './intake-draft.ts'
import { nextStop, stopsOfLine } from './next-cell.ts'
import { readIntakeDraft } from './read-intake-draft.ts'
import { sampleContext, sampleId } from './sample-ground.ts'

const context = sampleContext()

function stopsFor(kind: string, area: string, extra: LineColumn[] = []): LineColumn[] {
  const draft = intakeDraftSchema.parse({ header: { area }, lines: [{ ...emptyLine(sampleId(1)), kind }] })
  const { header, lines } = readIntakeDraft(draft, context, new Map())
  return stopsOfLine({ kind: lines[0]?.kind ?? null }, { header, context, extra: new Set(extra) })
}

test('in the bundle of a 自治会 Enter asks for kind, households and amount', () => {
  expect(stopsFor('1', '01-01')).toEqual(['kind', 'householdsPaid', 'amount'])
})

test('in the bundle of a 校区 it asks for the 自治会 too', () => {
  expect(stopsFor('2', '01')).toEqual(['kind', 'area', 'householdsPaid', 'amount'])
  expect(stopsFor('2', '')).toContain('area')
})

test('for a gift it asks for the giver', () => {
  expect(stopsFor('4', '01')).toEqual(['kind', 'supporter', 'amount'])
})

test('for the dues of members it asks who pays, not how many households', () => {
  expect(stopsFor('14', '01-01')).toEqual(['kind', 'supporter', 'amount'])
  expect(stopsFor('14', '01')).toEqual(['kind', 'area', 'supporter', 'amount'])
})

test('a clerk may add stops', () => {
  expect(stopsFor('1', '01-01', ['householdsAsked'])).toEqual(['kind', 'householdsAsked', 'householdsPaid', 'amount'])
})

test('Enter goes on from wherever the cursor stands, and from the last stop to the next line', () => {
  const stops = stopsFor('1', '01-01')
  expect(nextStop(stops, 'kind')).toBe('householdsPaid')
  expect(nextStop(stops, 'supporter')).toBe('householdsPaid')
  expect(nextStop(stops, 'amount')).toBeNull()
  expect(nextStop(stops, 'note')).toBeNull()
})
