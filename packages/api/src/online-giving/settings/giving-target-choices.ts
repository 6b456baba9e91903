import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { CampaignId, CollectionMethodId, DonationChannelId, DuesKindId, FundId, FundingSourceId, PaymentAccountId } from '@sasaeai/domain/ids'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { Deps } from '../../deps.ts'

interface Choice<Id> {
  readonly id: Id
  readonly name: string
}

/** What a 受付項目 may be made from: ground data that is in use. */
export interface GivingTargetChoices {
  readonly funds: readonly Choice<FundId>[]
  readonly campaigns: readonly (Choice<CampaignId> & { readonly fiscalYear: FiscalYear; readonly drive: DriveKind })[]
  readonly duesKinds: readonly Choice<DuesKindId>[]
  readonly sources: readonly (Choice<FundingSourceId> & { readonly category: FundingCategory })[]
  readonly methods: readonly Choice<CollectionMethodId>[]
  readonly channels: readonly Choice<DonationChannelId>[]
  readonly accounts: readonly (Choice<PaymentAccountId> & { readonly payeeName: string })[]
}

export async function readGivingTargetChoices({ db }: Deps): Promise<GivingTargetChoices> {
  const { rows } = await db.pool.query<GivingTargetChoices>(choiceSql)
  const [choices] = rows
  if (choices === undefined) throw new Error('a query of constants has one row')
  return choices
}

const openOnes = (table: string, more = '') => `
  (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name${more}) ORDER BY code), '[]') FROM ${table} WHERE closed_on IS NULL)`

const choiceSql = `
  SELECT ${openOnes('fund')} AS funds, ${openOnes('dues_kind')} AS "duesKinds", ${openOnes('funding_source', ", 'category', category")} AS sources,
    ${openOnes('collection_method')} AS methods, ${openOnes('donation_channel')} AS channels,
    ${openOnes('payment_account', ", 'payeeName', payee_name")} AS accounts,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'fiscalYear', fiscal_year, 'drive', drive) ORDER BY fiscal_year DESC, code), '[]')
      FROM campaign WHERE closed_on IS NULL) AS campaigns`
