import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { defaultAreaTypes, rootAreaCode, rootAreaName } from '@sasaeai/domain/area/default-area-types'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { defaultCampaigns } from '@sasaeai/domain/community-chest/campaign/default-campaigns'
import { defaultCollectionMethods } from '@sasaeai/domain/community-chest/method/default-methods'
import type { CouncilDetails } from '@sasaeai/domain/council/council-details'
import { defaultDonationChannels } from '@sasaeai/domain/donation/channel/donation-channel-details'
import { defaultDonationThresholds } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import { defaultFunds } from '@sasaeai/domain/donation/default-funds'
import { defaultGoodsItems } from '@sasaeai/domain/goodwill-bank/goods/default-goods-items'
import { defaultGoodwillPurposes } from '@sasaeai/domain/goodwill-bank/purpose/default-goodwill-purposes'
import { defaultGrantKinds } from '@sasaeai/domain/grant/call/default-grant-kinds'
import { defaultReliefClasses } from '@sasaeai/domain/grant/relief/default-relief-classes'
import { defaultCashAccountCode, defaultChart } from '@sasaeai/domain/ledger/default-chart'
import { defaultFundingSources } from '@sasaeai/domain/ledger/default-funding-sources'
import { defaultDuesKinds } from '@sasaeai/domain/membership-dues/terms/default-dues-kinds'
import type { Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { insertFiscalYear } from './insert-fiscal-year.ts'
import { layJournalPresets } from './lay-journal-presets.ts'
import { layStandardGiving } from './lay-standard-giving.ts'
import { layStandardIncomeLines } from './lay-standard-income-lines.ts'
import { layStandardIndicators } from './lay-standard-indicators.ts'

/** A council on its first day: only the name is needed. */
export type NewCouncil = Pick<CouncilDetails, 'name'> &
  Partial<Omit<CouncilDetails, 'defaultCashAccountId'>> & { readonly isDemo?: boolean }

/**
 * Lays the ground of an empty database: the council, its first fiscal year with open months, the default chart of
 * accounts, funding sources, methods, campaigns, funds, dues kinds, kinds of grants and area types, the root of the area tree,
 * what can be given to online, the lines of the whole income, and how entries can be written for accounting programs.
 * Runs inside the transaction of whoever sets the council up (wizard, seed, tests). The database refuses a second
 * council.
 */
export async function layGroundData(
  deps: Deps,
  tx: Tx,
  { council, fiscalYear }: { council: NewCouncil; fiscalYear: FiscalYear },
): Promise<void> {
  await insertFiscalYear(tx, { year: fiscalYear, openedAt: deps.now() })
  const accountIds = await layChart(deps, tx)
  await tx.council.create({
    data: { ...council, defaultCashAccountId: idByCode(accountIds, defaultCashAccountCode), createdAt: deps.now() },
  })
  await tx.fundingSource.createMany({
    data: defaultFundingSources.map(({ accountCode, ...source }) => ({
      id: deps.newId(),
      ...source,
      accountId: idByCode(accountIds, accountCode),
    })),
  })
  await tx.campaign.createMany({
    data: defaultCampaigns(fiscalYear).map(({ custodyAccountCode, ...campaign }) => ({
      id: deps.newId(),
      fiscalYear,
      ...campaign,
      opensOn: toDateColumn(campaign.opensOn),
      closesOn: toDateColumn(campaign.closesOn),
      custodyAccountId: idByCode(accountIds, custodyAccountCode),
    })),
  })
  await layIndependentMasters(deps, tx, fiscalYear)
  await layAreaTree(deps, tx, council.name)
  await layStandardIncomeLines(deps, tx)
  await layStandardIndicators(deps, tx, null)
  await layJournalPresets(deps, tx)
  const giving = await layStandardGiving(deps, tx, council.name)
  if (!giving.ok) throw new Error('the default chart has no accounts for online giving')
  await recordAuditEvent(deps, tx, {
    actor: null,
    action: 'council.lay_ground_data',
    subjectKind: 'council',
    subjectId: '1',
    after: { name: council.name, fiscalYear },
  })
}

async function layChart(deps: Deps, tx: Tx): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(defaultChart.map((account) => [account.code, deps.newId()]))
  await tx.ledgerAccount.createMany({
    data: defaultChart.map(({ parentCode, ...account }) => ({
      id: idByCode(ids, account.code),
      ...account,
      parentId: parentCode === undefined ? null : idByCode(ids, parentCode),
    })),
  })
  return ids
}

async function layIndependentMasters(deps: Deps, tx: Tx, fiscalYear: FiscalYear): Promise<void> {
  await tx.collectionMethod.createMany({
    data: defaultCollectionMethods.map((method) => ({ id: deps.newId(), ...method })),
  })
  await tx.donationChannel.createMany({ data: defaultDonationChannels.map((channel) => ({ id: deps.newId(), ...channel })) })
  await tx.donationThreshold.createMany({ data: defaultDonationThresholds.map((threshold) => ({ id: deps.newId(), ...threshold })) })
  await layFunds(deps, tx)
  await tx.goodsItem.createMany({ data: defaultGoodsItems.map((item) => ({ id: deps.newId(), ...item })) })
  await tx.grantKind.createMany({ data: defaultGrantKinds.map((kind) => ({ id: deps.newId(), ...kind })) })
  await tx.reliefClass.createMany({ data: defaultReliefClasses.map((each) => ({ id: deps.newId(), ...each })) })
  await layDuesKinds(deps, tx, fiscalYear)
}

/** 使途・基金, and the purposes of 善意銀行 that keep their money in them. */
async function layFunds(deps: Deps, tx: Tx): Promise<void> {
  const funds = defaultFunds.map((fund) => ({ id: deps.newId(), ...fund }))
  await tx.fund.createMany({ data: funds })
  await tx.goodwillPurpose.createMany({
    data: defaultGoodwillPurposes.map(({ fundCode, ...purpose }) => ({
      id: deps.newId(), ...purpose, fundId: funds.find(({ code }) => code === fundCode)?.id ?? null,
    })),
  })
}

async function layDuesKinds(deps: Deps, tx: Tx, fiscalYear: FiscalYear): Promise<void> {
  const kinds = defaultDuesKinds.map((kind) => ({ id: deps.newId(), ...kind }))
  await tx.duesKind.createMany({ data: kinds.map(({ id, code, name }) => ({ id, code, name })) })
  await tx.duesTerms.createMany({ data: kinds.map(({ id, terms }) => ({ duesKindId: id, fiscalYear, ...terms })) })
}

async function layAreaTree(deps: Deps, tx: Tx, councilName: string): Promise<void> {
  const types = defaultAreaTypes.map((type) => ({ id: deps.newId(), ...type }))
  const rootType = types.find((type) => type.level === 0)
  if (rootType === undefined) throw new Error('the default area types have no root level')
  await tx.areaType.createMany({ data: types })
  await tx.area.create({
    data: { id: deps.newId(), areaTypeId: rootType.id, code: rootAreaCode, name: rootAreaName(councilName) },
  })
}

function idByCode(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the default chart has no account ${code}`)
  return id
}
