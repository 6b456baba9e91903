import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AllocationId, CampaignId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'

/** Whose money calls of a year may give away. */
export interface GrantChoices {
  /** Drives of the year that pay directly and are not closed. */
  readonly campaigns: readonly { readonly campaignId: CampaignId; readonly name: string }[]
  readonly allocations: readonly { readonly allocationId: AllocationId; readonly name: string }[]
}

export async function listGrantChoices({ db }: Deps, year: FiscalYear): Promise<GrantChoices> {
  const [campaigns, allocations] = await Promise.all([
    db.pool.query<GrantChoices['campaigns'][number]>(
      `SELECT id AS "campaignId", name FROM campaign
       WHERE fiscal_year = $1 AND remittance_mode = 'net_of_direct_payments' AND closed_on IS NULL ORDER BY code`,
      [year],
    ),
    db.pool.query<GrantChoices['allocations'][number]>(
      `SELECT id AS "allocationId", name FROM allocation WHERE fiscal_year = $1 AND closed_on IS NULL ORDER BY decided_on, name`,
      [year],
    ),
  ])
  return { campaigns: campaigns.rows, allocations: allocations.rows }
}
