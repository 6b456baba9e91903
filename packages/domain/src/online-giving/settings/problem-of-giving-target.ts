import type { LocalDate } from '../../calendar/local-date.ts'
import type { DriveKind } from '../../community-chest/campaign/drive-kind.ts'
import type { AccountBook } from '../../ledger/account-book.ts'
import { drivesOf, type FundingCategory } from '../../ledger/funding-category.ts'
import { formatYen, type Yen } from '../../money/yen.ts'
import { fail, type Failure } from '../../outcome/outcome.ts'
import type { GivingTargetDetails } from './giving-target-details.ts'

interface Closable {
  readonly closedOn: LocalDate | null
}

/** What a 受付項目 refers to, and what it stands beside; null where a row is gone. */
export interface TargetSurroundings {
  readonly limits: { readonly minimumYen: Yen; readonly maximumYen: Yen }
  readonly account: (Closable & { readonly receivableBook: AccountBook }) | null
  /** Whether other 受付項目 pay into the same 支払いの受け口: gifts and dues of the council, drives that are taken. */
  readonly accountServes: { readonly councilMoney: boolean; readonly drives: boolean }
  readonly source: (Closable & { readonly category: FundingCategory }) | null
  /** Of a drive, else null. */
  readonly campaign: (Closable & { readonly drive: DriveKind; readonly custodyBook: AccountBook }) | null
  /** The fund, the kind of membership and the method that it names: whether one of them is out of use. */
  readonly closedField: 'fundId' | 'duesKindId' | 'collectionMethodId' | null
}

export type GivingTargetProblem =
  | 'giving_reference_closed' | 'giving_source_unfit' | 'giving_account_unusable' | 'giving_account_other_book' | 'giving_account_of_other_payee'
  | 'giving_amount_outside_limits'

/** The rules of a 受付項目 that need more than its own row. */
export function problemOfGivingTarget(target: GivingTargetDetails, around: TargetSurroundings): Failure<GivingTargetProblem> | null {
  return problemOfReferences(target, around) ?? problemOfSource(target, around) ?? problemOfAccount(target, around) ?? problemOfAmounts(target, around)
}

function problemOfReferences({ kind }: GivingTargetDetails, { closedField, campaign }: TargetSurroundings): Failure<GivingTargetProblem> | null {
  if (closedField !== null) return fail('giving_reference_closed', { field: closedField })
  return kind === 'campaign' && (campaign === null || campaign.closedOn !== null) ? fail('giving_reference_closed', { field: 'campaignId' }) : null
}

/** Money of a drive is credited to its 預り金, dues and gifts to the council's income: the 財源 decides it. */
function problemOfSource({ kind }: GivingTargetDetails, { source, campaign }: TargetSurroundings): Failure<GivingTargetProblem> | null {
  const unfit = fail('giving_source_unfit', { field: 'fundingSourceId' })
  if (source === null || source.closedOn !== null) return unfit
  if (kind === 'campaign') return campaign !== null && drivesOf(source.category).includes(campaign.drive) ? null : unfit
  return source.category === (kind === 'dues' ? 'membership_dues' : 'donation') ? null : unfit
}

/** The 共同募金会's money and the council's never pass through one account at the gateway; an entry balances within its book. */
function problemOfAccount(target: GivingTargetDetails, { account, accountServes, campaign }: TargetSurroundings): Failure<GivingTargetProblem> | null {
  const at = { field: 'paymentAccountId' } as const
  if (account === null || account.closedOn !== null) return fail('giving_account_unusable', at)
  const isDrive = target.kind === 'campaign'
  if (isDrive && target.instruction === '') return null
  if (account.receivableBook !== (isDrive ? campaign?.custodyBook : 'council')) return fail('giving_account_other_book', at)
  return (isDrive ? accountServes.councilMoney : accountServes.drives) ? fail('giving_account_of_other_payee', at) : null
}

function problemOfAmounts({ suggestedYen }: GivingTargetDetails, { limits: { minimumYen, maximumYen } }: TargetSurroundings): Failure<GivingTargetProblem> | null {
  const isWithin = suggestedYen.every((amount) => amount >= minimumYen && amount <= maximumYen)
  return isWithin ? null : fail('giving_amount_outside_limits', { field: 'suggestedYen', about: rangeInWords(minimumYen, maximumYen) })
}

/** 「500円〜1,000,000円」 */
export function rangeInWords(minimumYen: Yen, maximumYen: Yen): string {
  return `${formatYen(minimumYen)}円〜${formatYen(maximumYen)}円`
}
