import type { Tx } from '@sasaeai/db/in-transaction'
import type { IncomeLineDetails } from '@sasaeai/domain/funding-indicator/income/income-line-details'
import { id } from '@sasaeai/domain/ids'
import { holdingOf } from '@sasaeai/domain/ledger/money-holding'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, category: true, displayOrder: true, revision: true } as const

/** 収入の区分, each with the sources of the ledger that it counts. */
export const incomeLineTable: GroundTable<IncomeLineDetails, 'income_source_taken' | 'income_source_held'> = {
  subjectKind: 'income_line',
  async read(tx, lineId) {
    const line = await tx.incomeLine.findUnique({
      where: { id: lineId },
      select: { ...columns, sources: { select: { fundingSourceId: true }, orderBy: { fundingSource: { code: 'asc' } } } },
    })
    if (line === null) return null
    const { sources, ...own } = line
    return groundRowOf({ ...own, sourceIds: sources.map(({ fundingSourceId }) => id<'FundingSourceId'>(fundingSourceId)) })
  },
  insert: async (tx, lineId, { sourceIds, ...line }) => {
    await tx.incomeLine.create({ data: { id: lineId, ...line } })
    await setSources(tx, lineId, sourceIds)
  },
  update: async (tx, lineId, { sourceIds, ...line }) => {
    await tx.incomeLine.update({ where: { id: lineId }, data: line })
    await setSources(tx, lineId, sourceIds)
  },
  setClosedOn: (tx, lineId, closedOn) => tx.incomeLine.update({ where: { id: lineId }, data: { closedOn } }),
  remove: (tx, lineId) => tx.incomeLine.delete({ where: { id: lineId } }),
  /** A source belongs to one line, and money held for others to none. */
  async problemOfSaving(tx, { id: lineId, after }) {
    const sources = await tx.fundingSource.findMany({ where: { id: { in: [...after.sourceIds] } }, include: { incomeLine: true } })
    const held = sources.find(({ category }) => holdingOf(category, undefined) !== 'own')
    if (held !== undefined) return fail('income_source_held', { field: 'sourceIds', about: held.name })
    const taken = sources.find(({ incomeLine }) => incomeLine !== null && incomeLine.lineId !== lineId)
    return taken === undefined ? null : fail('income_source_taken', { field: 'sourceIds', about: taken.name })
  },
}

async function setSources(tx: Tx, lineId: string, sourceIds: readonly string[]): Promise<void> {
  await tx.incomeLineSource.deleteMany({ where: { lineId, fundingSourceId: { notIn: [...sourceIds] } } })
  await tx.incomeLineSource.createMany({ data: sourceIds.map((fundingSourceId) => ({ fundingSourceId, lineId })), skipDuplicates: true })
}
