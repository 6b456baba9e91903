import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { GivingTargetDetails } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import type { TargetSurroundings } from '@sasaeai/domain/online-giving/settings/problem-of-giving-target'
import { readGivingSettingsWithin } from './giving-settings-queries.ts'

interface WantedTarget {
  readonly targetId: string
  readonly target: GivingTargetDetails
}

/** What the rules of a 受付項目 look at beside its own row. */
export async function readTargetSurroundings(tx: Tx, wanted: WantedTarget): Promise<TargetSurroundings> {
  const { target } = wanted
  const { details } = await readGivingSettingsWithin(tx)
  const account = await tx.paymentAccount.findUnique({ where: { id: target.paymentAccountId }, include: { receivableAccount: { select: { book: true } } } })
  const source = await tx.fundingSource.findUnique({ where: { id: target.fundingSourceId } })
  const campaign = target.campaignId === null ? null
    : await tx.campaign.findUnique({ where: { id: target.campaignId }, include: { custodyAccount: { select: { book: true } } } })
  return {
    limits: details,
    account: account === null ? null : { receivableBook: account.receivableAccount.book, closedOn: fromNullableDateColumn(account.closedOn) },
    accountServes: await readWhoElsePaysIn(tx, wanted),
    source: source === null ? null : { category: source.category, closedOn: fromNullableDateColumn(source.closedOn) },
    campaign: campaign === null ? null : { drive: campaign.drive, custodyBook: campaign.custodyAccount.book, closedOn: fromNullableDateColumn(campaign.closedOn) },
    closedField: await readClosedField(tx, target),
  }
}

async function readWhoElsePaysIn(tx: Tx, { targetId, target }: WantedTarget): Promise<TargetSurroundings['accountServes']> {
  const others = { paymentAccountId: target.paymentAccountId, id: { not: targetId }, closedOn: null }
  return {
    councilMoney: (await tx.givingTarget.count({ where: { ...others, kind: { not: 'campaign' } } })) > 0,
    drives: (await tx.givingTarget.count({ where: { ...others, kind: 'campaign', instruction: { not: '' } } })) > 0,
  }
}

async function readClosedField(tx: Tx, { fundId, duesKindId, collectionMethodId }: GivingTargetDetails): Promise<TargetSurroundings['closedField']> {
  const closed = { select: { closedOn: true } } as const
  if (fundId !== null && isOutOfUse(await tx.fund.findUnique({ where: { id: fundId }, ...closed }))) return 'fundId'
  if (duesKindId !== null && isOutOfUse(await tx.duesKind.findUnique({ where: { id: duesKindId }, ...closed }))) return 'duesKindId'
  if (collectionMethodId !== null && isOutOfUse(await tx.collectionMethod.findUnique({ where: { id: collectionMethodId }, ...closed }))) return 'collectionMethodId'
  return null
}

/** What is gone is told by its foreign key. */
function isOutOfUse(row: { readonly closedOn: Date | null } | null): boolean {
  return row !== null && row.closedOn !== null
}
