import { expect, test } from 'vitest'
import { branchCashYen } from './branch-cash.ts'
import { emptyLine, type IntakeDraftLine, intakeDraftSchema } from './intake-draft.ts'
import { readIntakeDraft } from './read-intake-draft.ts'
import { sampleContext, sampleId } from './sample-ground.ts'

const { ground, ...rest } = sampleContext()
const campaigns = new Map([...ground.campaigns].map(([id, campaign]) =>
  [id, campaign.drive === 'red_feather' ? { ...campaign, cashAccountId: sampleId<'LedgerAccountId'>(9) } : campaign]))
const context = { ...rest, ground: { ...ground, campaigns } }

test('only money of a drive that the 支会 keeps goes into its box', () => {
  const line = (cells: Partial<IntakeDraftLine>, place: number) => ({ ...emptyLine(sampleId<'IntakeLineId'>(500 + place)), ...cells })
  const lines = [
    line({ kind: '1', amount: '25,500' }, 1),
    line({ kind: '2', method: '1', amount: '30,000' }, 2),
    line({ kind: '3', method: '1', amount: '4,000' }, 3),
    line({ kind: '2', method: '4', amount: '' }, 4),
  ]
  const reading = readIntakeDraft(intakeDraftSchema.parse({ header: { receivedOn: '10/15' }, lines }), context, new Map())
  expect(branchCashYen(reading.lines, context.ground)).toBe(30_000)
  expect(branchCashYen(reading.lines, ground)).toBe(0)
})
