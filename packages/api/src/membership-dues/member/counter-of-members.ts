import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import type { Deps } from '../../deps.ts'

/** What the members of a list are counted by: of one kind 世帯, 名 or 社, of several 件. */
export async function counterOfMembers({ db }: Deps, { duesKindId, fiscalYear }: MembershipFilter): Promise<string> {
  if (duesKindId === null) return memberCounter(null)
  const terms = await db.prisma.duesTerms.findUnique({ where: { duesKindId_fiscalYear: { duesKindId, fiscalYear } }, select: { payer: true } })
  return memberCounter(terms?.payer)
}
