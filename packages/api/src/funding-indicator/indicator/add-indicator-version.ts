import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { AddVersionInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { auditedContent } from './create-indicator.ts'
import { kindProblem, type KindProblem } from './kind-problem.ts'

/** Gives an indicator another meaning from a fiscal year on. The years before keep theirs, and so does every report of before. */
export async function addIndicatorVersion(
  deps: Deps,
  actor: Actor,
  { indicatorId, seenVersion, content, fromFiscalYear, reason }: AddVersionInput,
): Promise<Outcome<{ readonly version: number }, KindProblem | 'row_gone' | 'indicator_version_meanwhile'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const indicator = await tx.fundingIndicator.findUnique({
        where: { id: indicatorId }, include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
      })
      if (indicator === null) return fail('row_gone')
      const problem = kindProblem(indicator.kind, content)
      if (problem !== null) return problem
      const [newest] = indicator.versions
      if ((newest?.version ?? 1) !== seenVersion) return fail('indicator_version_meanwhile')
      const version = (newest?.version ?? 0) + 1
      await tx.indicatorVersion.create({
        data: { id: deps.newId(), indicatorId, version, ...content, fromFiscalYear, reason, recordedById: actor.userId },
      })
      await recordAuditEvent(deps, tx, {
        actor, action: 'funding_indicator.add_version', subjectKind: 'funding_indicator', subjectId: indicatorId,
        after: { version, fromFiscalYear, ...auditedContent(content) }, reason,
      })
      return succeed({ version })
    })
  } catch (error) {
    // Two at once: the number of the version is unique.
    if (isUniqueViolation(error)) return fail('indicator_version_meanwhile')
    throw error
  }
}
