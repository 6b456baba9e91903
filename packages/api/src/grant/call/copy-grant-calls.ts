import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear, oneYearLater } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CopyGrantCallsInput, GrantCallDetails } from '@sasaeai/domain/grant/call/grant-call-input'
import { id } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
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
  try {
    return await inTransaction(deps.db, async (tx) => {
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
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}

/** What the year lacks of the one before, as it would be typed anew. */
async function readCopies(tx: Tx, { fromYear, toYear }: { fromYear: FiscalYear; toYear: FiscalYear }) {
  const include = { grantKind: true, campaign: true } as const
  const before = await tx.grantCall.findMany({ where: { fiscalYear: fromYear }, include, orderBy: [{ opensOn: 'asc' }, { id: 'asc' }] })
  const there = await tx.grantCall.findMany({ where: { fiscalYear: toYear }, select: { grantKindId: true, name: true } })
  const drives = await tx.campaign.findMany({ where: { fiscalYear: toYear }, select: { id: true, code: true, drive: true } })
  const lacking = before.filter((call) => there.every(({ grantKindId, name }) => grantKindId !== call.grantKindId || name !== call.name))
  const leftOut: string[] = []
  const calls = lacking.flatMap((call): GrantCallDetails[] => {
    const { name, grantKindId, expenseAccountId, campaign, budgetYen, reportDueOn, guidelines } = call
    const successor = campaign === null ? undefined : drives.find(({ code, drive }) => code === campaign.code && drive === campaign.drive)
    if (call.grantKind.closedOn !== null || (campaign !== null && successor === undefined)) {
      leftOut.push(name)
      return []
    }
    const due = fromNullableDateColumn(reportDueOn)
    return [{
      fiscalYear: toYear, grantKindId: id(grantKindId), name, payer: campaign === null ? 'council' : 'campaign',
      campaignId: successor === undefined ? null : id(successor.id), expenseAccountId: expenseAccountId === null ? null : id(expenseAccountId), allocationId: null,
      budgetYen: yenFromColumn(budgetYen), opensOn: oneYearLater(fromDateColumn(call.opensOn)), closesOn: oneYearLater(fromDateColumn(call.closesOn)),
      reportDueOn: due === null ? null : oneYearLater(due), guidelines,
    }]
  })
  return { calls, leftOut, hasAny: before.length > 0 }
}
