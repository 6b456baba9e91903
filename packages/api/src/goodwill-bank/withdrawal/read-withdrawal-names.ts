import { fromDateColumn } from '@sasaeai/db/local-date-column'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, type FundId, type GoodwillPurposeId, type GrantCommitteeId, idIn, type ReliefClassId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'

export type WithdrawalNameRefusal =
  | 'reference_gone'
  | 'goodwill_purpose_unusable'
  | 'relief_class_closed'
  | 'relief_area_too_fine'
  | 'goodwill_committee_later'

export interface WithdrawalNames {
  readonly purposeName: string
  readonly fundId: FundId | null
  readonly className: string | null
  readonly area: { readonly areaId: AreaId; readonly name: string } | null
  readonly committeeName: string | null
}

interface Named {
  readonly purposeId: GoodwillPurposeId
  readonly reliefClassId: ReliefClassId | null
  readonly areaId: AreaId | null
  readonly committeeId: GrantCommitteeId | null
  readonly withdrawnOn: LocalDate
}

/**
 * What the ids of a 払出 stand for, where they may be used: a purpose and a class in use, an area no finer than a 校区, a
 * committee that has met. The purpose is locked, so that what goes out of it goes out in a row.
 */
export async function readWithdrawalNames(tx: Tx, named: Named): Promise<Outcome<WithdrawalNames, WithdrawalNameRefusal>> {
  await tx.$queryRaw`SELECT 1 FROM goodwill_purpose WHERE id = ${named.purposeId}::uuid FOR NO KEY UPDATE`
  const purpose = await tx.goodwillPurpose.findUnique({ where: { id: named.purposeId }, select: { name: true, fundId: true, closedOn: true } })
  if (purpose === null) return fail('reference_gone')
  if (purpose.closedOn !== null) return fail('goodwill_purpose_unusable', { field: 'purposeId' })
  const whom = await readWhom(tx, named)
  if (!whom.ok) return whom
  const committee = await readCommittee(tx, named)
  if (!committee.ok) return committee
  return succeed({ purposeName: purpose.name, fundId: idIn<'FundId'>(purpose.fundId) ?? null, ...whom.value, committeeName: committee.value })
}

async function readWhom(tx: Tx, { reliefClassId, areaId }: Named): Promise<Outcome<Pick<WithdrawalNames, 'className' | 'area'>, WithdrawalNameRefusal>> {
  const reliefClass = reliefClassId === null ? null : await tx.reliefClass.findUnique({ where: { id: reliefClassId } })
  if (reliefClassId !== null && reliefClass === null) return fail('reference_gone')
  if (reliefClass !== null && reliefClass.closedOn !== null) return fail('relief_class_closed', { field: 'reliefClassId' })
  const className = reliefClass?.name ?? null
  if (areaId === null) return succeed({ className, area: null })
  const area = await tx.area.findUnique({ where: { id: areaId }, select: { name: true, areaType: { select: { level: true } } } })
  if (area === null) return fail('reference_gone')
  if (area.areaType.level > 1) return fail('relief_area_too_fine', { field: 'areaId' })
  return succeed({ className, area: { areaId, name: area.name } })
}

async function readCommittee(tx: Tx, { committeeId, withdrawnOn }: Named): Promise<Outcome<string | null, WithdrawalNameRefusal>> {
  if (committeeId === null) return succeed(null)
  const committee = await tx.grantCommittee.findUnique({ where: { id: committeeId }, select: { name: true, heldOn: true } })
  if (committee === null) return fail('reference_gone')
  return fromDateColumn(committee.heldOn) > withdrawnOn ? fail('goodwill_committee_later', { field: 'committeeId' }) : succeed(committee.name)
}
