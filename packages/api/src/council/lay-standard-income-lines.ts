import type { Tx } from '@sasaeai/db/in-transaction'
import { standardIncomeLines } from '@sasaeai/domain/funding-indicator/income/standard-income-lines'
import { id } from '@sasaeai/domain/ids'
import type { Deps } from '../deps.ts'

/**
 * Lays the standard 収入の区分; those whose code is taken stay as they are, and so do sources that have a line.
 * Answers how many were made. The caller notes it in the audit log.
 */
export async function layStandardIncomeLines(deps: Deps, tx: Tx): Promise<number> {
  const sources = await tx.fundingSource.findMany({ where: { incomeLine: null }, orderBy: { code: 'asc' } })
  const taken = new Set((await tx.incomeLine.findMany({ select: { code: true } })).map(({ code }) => code))
  const lines = standardIncomeLines(sources.map((source) => ({ ...source, id: id<'FundingSourceId'>(source.id) })))
    .filter(({ code }) => !taken.has(code))
    .map((line) => ({ id: deps.newId(), ...line }))
  await tx.incomeLine.createMany({ data: lines.map(({ id: lineId, code, name, category, displayOrder }) => ({ id: lineId, code, name, category, displayOrder })) })
  await tx.incomeLineSource.createMany({
    data: lines.flatMap(({ id: lineId, sourceIds }) => sourceIds.map((fundingSourceId) => ({ fundingSourceId, lineId }))),
  })
  return lines.length
}
