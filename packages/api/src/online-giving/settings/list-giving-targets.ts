import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type GivingTargetId, id } from '@sasaeai/domain/ids'
import type { GivingTargetDetails } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { givingTargetState, type GivingTargetState } from '@sasaeai/domain/online-giving/settings/giving-target-state'
import type { Deps } from '../../deps.ts'
import { targetDetailsOf } from './giving-target-table.ts'

export interface GivingTargetRow extends GivingTargetDetails {
  readonly id: GivingTargetId
  readonly revision: number
  readonly closedOn: LocalDate | null
  /** Today. */
  readonly state: GivingTargetState
  /** What the money is booked as: the fund, the drive or the kind of membership. */
  readonly subjectName: string
  readonly fundingSourceName: string
  readonly account: { readonly code: string; readonly name: string; readonly payeeName: string }
  /** 短いリンク in use that lead to it. */
  readonly links: number
}

/** Every 受付項目, closed ones included, in the order of the site. */
export async function listGivingTargets({ db, now }: Deps): Promise<GivingTargetRow[]> {
  const today = localDateInTokyo(now())
  const named = { select: { name: true } } as const
  const rows = await db.prisma.givingTarget.findMany({
    orderBy: [{ sequence: 'asc' }, { title: 'asc' }],
    include: {
      fund: named, duesKind: named, fundingSource: named, campaign: { select: { name: true, fiscalYear: true, opensOn: true, closesOn: true, closedOn: true } },
      paymentAccount: { select: { code: true, name: true, payeeName: true } }, _count: { select: { links: { where: { closedOn: null } } } },
    },
  })
  return rows.map(({ fund, duesKind, fundingSource, campaign, paymentAccount, _count, ...row }) => {
    const details = targetDetailsOf(row)
    const closedOn = fromNullableDateColumn(row.closedOn)
    return {
      ...details,
      id: id(row.id),
      closedOn,
      state: givingTargetState({
        ...details,
        closedOn,
        opensOn: latest(details.opensOn, fromNullableDateColumn(campaign?.opensOn ?? null)),
        closesOn: earliest(details.closesOn, fromNullableDateColumn(campaign?.closesOn ?? null)),
      }, today),
      subjectName: campaign?.name ?? duesKind?.name ?? fund?.name ?? '',
      fundingSourceName: fundingSource.name,
      account: paymentAccount,
      links: _count.links,
    }
  })
}

function latest(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

function earliest(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
