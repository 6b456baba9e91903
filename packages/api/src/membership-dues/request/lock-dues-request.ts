import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn } from '@sasaeai/db/local-date-column'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id, type DuesKindId, type DuesRequestId } from '@sasaeai/domain/ids'
import type { DuesRequestStatus } from '@sasaeai/domain/membership-dues/request/dues-request-status'

/** A request as a command finds it. */
export interface LockedDuesRequest {
  readonly requestId: DuesRequestId
  readonly fiscalYear: FiscalYear
  readonly duesKindId: DuesKindId
  readonly status: DuesRequestStatus
  readonly requestedOn: LocalDate
  readonly householdBasis: HouseholdBasis
  /** The last 納入番号 given. */
  readonly lastSlipNumber: number
  readonly revision: number
}

type RequestNamed =
  | { readonly requestId: DuesRequestId }
  | { readonly fiscalYear: FiscalYear; readonly duesKindId: DuesKindId }

/** Locks the row that guards all lines of a request, and answers with what it says by then; null when it is not there. */
export async function lockDuesRequest(tx: Tx, named: RequestNamed): Promise<LockedDuesRequest | null> {
  const [locked] =
    'requestId' in named
      ? await tx.$queryRaw<{ id: string }[]>`SELECT id FROM dues_request WHERE id = ${named.requestId}::uuid FOR UPDATE`
      : await tx.$queryRaw<{ id: string }[]>`
          SELECT id FROM dues_request WHERE fiscal_year = ${named.fiscalYear} AND dues_kind_id = ${named.duesKindId}::uuid
          FOR UPDATE`
  if (locked === undefined) return null
  const row = await tx.duesRequest.findUniqueOrThrow({ where: { id: locked.id } })
  return {
    requestId: id(row.id),
    fiscalYear: fiscalYear(row.fiscalYear),
    duesKindId: id(row.duesKindId),
    status: row.status,
    requestedOn: fromDateColumn(row.requestedOn),
    householdBasis: row.householdBasis,
    lastSlipNumber: row.lastSlipNumber,
    revision: row.revision,
  }
}
