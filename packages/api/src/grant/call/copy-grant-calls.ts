import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear, oneYearLater } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CopyGrantCallsInput, GrantCallDetails } from '@sasaeai/domain/grant/call/grant-call-input'
import { type CampaignId, id } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { addCall } from './save-grant-call.ts'

export interface CopiedGrantCalls {
  readonly copied: number
  /** Calls by name whose kind, drive or account cannot be used in the new year: they have to be added by hand. */
  readonly leftOut: readonly string[]
}

/**
 * 前年度から写す: the calls of the year before whose kind and name the year lacks, every day a year later. Out of the custody
 * of a drive means of its successor; from which 配分金 is decided anew each year. Copying twice copies nothing the second
 * time, also at the same moment: copies of a year wait for each other.
 */
export async function copyGrantCalls(
  deps: Deps,
  actor: Actor,
  { toYear }: CopyGrantCallsInput,
): Promise<Outcome<CopiedGrantCalls, 'grants_nothing_to_copy' | 'year_not_open' | 'reference_gone'>> {
  const fromYear = fiscalYear(toYear - 1)
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`grant_call_copy:${toYear}`}))::text`
      const { calls, leftOut, hasAny } = await readCopies(tx, { fromYear, toYear })
      if (!hasAny) return fail('grants_nothing_to_copy', { about: formatFiscalYear(fromYear) })
      const unusable: string[] = [...leftOut]
      for (const call of calls) {
        const added = await addCall({ deps, actor, tx }, call)
        if (!added.ok) unusable.push(call.name)
      }
      const copied = calls.length - (unusable.length - leftOut.length)
      if (copied > 0) {
        await recordAuditEvent(deps, tx, {
          actor, action: 'grant_call.copy', subjectKind: 'grant_call', subjectId: String(toYear), after: { fiscalYear: toYear, fromYear, copied },
        })
      }
      return succeed({ copied, leftOut: unusable })
    }, { isolation: 'ReadCommitted' }),
  )
}

/** What the year lacks of the one before, as it would be typed anew. */
async function readCopies(tx: Tx, { fromYear, toYear }: { fromYear: FiscalYear; toYear: FiscalYear }) {
  const before = await tx.grantCall.findMany({ where: { fiscalYear: fromYear }, orderBy: [{ opensOn: 'asc' }, { id: 'asc' }] })
  const there = await tx.grantCall.findMany({ where: { fiscalYear: toYear }, select: { grantKindId: true, name: true } })
  const kinds = await tx.grantKind.findMany({ where: { closedOn: null }, select: { id: true } })
  const successors = await readSuccessors(tx, toYear)
  const lacking = before.filter((call) => there.every(({ grantKindId, name }) => grantKindId !== call.grantKindId || name !== call.name))
  const leftOut: string[] = []
  const calls = lacking.flatMap((call): GrantCallDetails[] => {
    const { name, grantKindId, expenseAccountId, campaignId, budgetYen, reportDueOn, guidelines } = call
    const successorId = campaignId === null ? null : successors.get(campaignId)
    if (successorId === undefined || kinds.every((kind) => kind.id !== grantKindId)) {
      leftOut.push(name)
      return []
    }
    const due = fromNullableDateColumn(reportDueOn)
    return [{
      fiscalYear: toYear, grantKindId: id(grantKindId), name, payer: successorId === null ? 'council' : 'campaign',
      campaignId: successorId, expenseAccountId: expenseAccountId === null ? null : id(expenseAccountId), allocationId: null,
      budgetYen: yenFromColumn(budgetYen), opensOn: oneYearLater(fromDateColumn(call.opensOn)), closesOn: oneYearLater(fromDateColumn(call.closesOn)),
      reportDueOn: due === null ? null : oneYearLater(due), guidelines,
    }]
  })
  return { calls, leftOut, hasAny: before.length > 0 }
}

/** The drive of a year that follows another: the one of the same code and kind. */
async function readSuccessors(tx: Tx, toYear: FiscalYear): Promise<ReadonlyMap<string, CampaignId>> {
  const rows = await tx.$queryRaw<{ id: string; successorId: CampaignId }[]>`
    SELECT old.id, new.id AS "successorId" FROM campaign old JOIN campaign new ON new.code = old.code AND new.drive = old.drive
      WHERE old.fiscal_year = ${toYear - 1}::int AND new.fiscal_year = ${toYear}::int`
  return new Map(rows.map((row) => [row.id, row.successorId]))
}
