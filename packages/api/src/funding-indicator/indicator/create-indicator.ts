import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { CreateIndicatorInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-details'
import type { VersionContent } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'
import { id } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { kindProblem, type KindProblem } from './kind-problem.ts'

/** Adds an indicator with the first version of its definition, which speaks of all years. */
export async function createIndicator(
  deps: Deps,
  actor: Actor,
  { details, first }: CreateIndicatorInput,
): Promise<Outcome<{ readonly indicatorId: FundingIndicatorId }, KindProblem | 'code_taken'>> {
  const problem = kindProblem(details.kind, first)
  if (problem !== null) return problem
  try {
    return await inTransaction(deps.db, async (tx) => {
      const indicatorId = deps.newId()
      await tx.fundingIndicator.create({ data: { id: indicatorId, ...details } })
      await insertFirstVersion(deps, tx, { indicatorId, content: first, actor })
      await recordAuditEvent(deps, tx, {
        actor, action: 'funding_indicator.create', subjectKind: 'funding_indicator', subjectId: indicatorId, after: { ...details, ...auditedContent(first) },
      })
      return succeed({ indicatorId: id<'FundingIndicatorId'>(indicatorId) })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('code_taken', { field: 'code', about: details.code })
    throw error
  }
}

interface FirstVersion {
  readonly indicatorId: string
  readonly content: VersionContent
  /** Null where nobody is signed in yet. */
  readonly actor: Actor | null
}

async function insertFirstVersion(deps: Deps, tx: Tx, { indicatorId, content, actor }: FirstVersion): Promise<void> {
  await tx.indicatorVersion.create({
    data: { id: deps.newId(), indicatorId, version: 1, ...content, recordedById: actor?.userId ?? null },
  })
}

/** What a version says, as the audit log keeps it. */
export function auditedContent({ definition, formula, computation, parameters }: VersionContent) {
  return { definition, formula, computation, parameters: JSON.stringify(parameters) }
}
