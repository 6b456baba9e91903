import type { Tx } from '@sasaeai/db/in-transaction'
import { standardIndicators } from '@sasaeai/domain/funding-indicator/indicator/standard-indicators'
import type { Actor, Deps } from '../deps.ts'

/**
 * Lays the standard indicators, each with the first version of its definition; those whose code is taken stay as they are.
 * Tells how many were made. The caller notes it in the audit log; `actor` is null while a council is set up.
 */
export async function layStandardIndicators(deps: Deps, tx: Tx, actor: Actor | null): Promise<number> {
  const taken = new Set((await tx.fundingIndicator.findMany({ select: { code: true } })).map(({ code }) => code))
  const missing = standardIndicators.flatMap((standard, place) =>
    taken.has(standard.code) ? [] : [{ ...standard, id: deps.newId(), displayOrder: (place + 1) * 10 }],
  )
  await tx.fundingIndicator.createMany({
    data: missing.map(({ definition: _d, formula: _f, computation: _c, parameters: _p, ...details }) => ({ ...details, kind: 'computed' as const })),
  })
  await tx.indicatorVersion.createMany({
    data: missing.map(({ id: indicatorId, definition, formula, computation, parameters }) => ({
      id: deps.newId(), indicatorId, version: 1, definition, formula, computation, parameters, recordedAt: deps.now(), recordedById: actor?.userId ?? null,
    })),
  })
  return missing.length
}
