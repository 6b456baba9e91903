import type { LocalDate } from '../../calendar/local-date.ts'
import type { DuesKindId, FundId, FundingSourceId, LedgerAccountId } from '../../ids.ts'
import type { AccountBook } from '../../ledger/account-book.ts'
import type { AccountCategory } from '../../ledger/account-category.ts'
import { defaultChart } from '../../ledger/default-chart.ts'
import type { FundingCategory } from '../../ledger/funding-category.ts'
import type { DuesPayer } from '../../membership-dues/terms/dues-unit.ts'

/** The code of the council's own 支払いの受け口: its keys are STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET. */
export const councilAccountCode = 'council'

/** What the standard 受付項目 are made from; all lists in the order of their codes. */
export interface GivingGround {
  readonly accounts: readonly {
    readonly id: LedgerAccountId
    readonly code: string
    readonly name: string
    readonly category: AccountCategory
    readonly book: AccountBook
    readonly isHeading: boolean
    readonly closedOn: LocalDate | null
  }[]
  readonly sources: readonly { readonly id: FundingSourceId; readonly category: FundingCategory; readonly closedOn: LocalDate | null }[]
  readonly funds: readonly {
    readonly id: FundId
    readonly code: string
    readonly name: string
    readonly purpose: string
    readonly isRestricted: boolean
    readonly closedOn: LocalDate | null
  }[]
  /** With who pays it by its newest terms; null where no year asks for it. */
  readonly duesKinds: readonly {
    readonly id: DuesKindId
    readonly code: string
    readonly name: string
    readonly payer: DuesPayer | null
    readonly closedOn: LocalDate | null
  }[]
}

export interface StandardAccounts {
  readonly receivableAccountId: LedgerAccountId
  readonly feeAccountId: LedgerAccountId
  readonly bankAccountId: LedgerAccountId
}

/** A 受付項目 as a council finds it that has made none yet. */
export interface StandardGivingTarget {
  readonly kind: 'general' | 'fund' | 'dues'
  readonly slug: string
  readonly title: string
  readonly lead: string
  readonly fundId: FundId | null
  readonly duesKindId: DuesKindId | null
  readonly fundingSourceId: FundingSourceId
  /** Amount buttons, in yen. */
  readonly suggestedYen: readonly number[]
  readonly allowsMonthly: boolean
  readonly sequence: number
}

/** 未収金, 支払手数料 and 普通預金, found by the code of the default chart or by the name; null where one is missing. */
export function standardAccounts(accounts: GivingGround['accounts']): StandardAccounts | null {
  const receivable = accountLike(accounts, '1200')
  const fee = accountLike(accounts, '5100')
  const bank = accountLike(accounts, '1120')
  if (receivable === null || fee === null || bank === null) return null
  return { receivableAccountId: receivable, feeAccountId: fee, bankAccountId: bank }
}

/**
 * What a council usually takes online: gifts to all of its work, to each open fund that givers restrict, and dues
 * that a person or a company pays for itself. 共同募金 and 歳末 are never among them: they need an instruction.
 */
export function standardGivingTargets({ sources, funds, duesKinds }: GivingGround): StandardGivingTarget[] {
  const donation = openOnes(sources).find(({ category }) => category === 'donation')
  const dues = openOnes(sources).find(({ category }) => category === 'membership_dues')
  const gifts = donation === undefined ? [] : giftTargets(openOnes(funds), donation.id)
  const memberships = dues === undefined ? [] : duesTargets(openOnes(duesKinds), dues.id)
  return [...gifts, ...memberships].map((target, index) => ({ ...target, sequence: (index + 1) * 10 }))
}

type UnorderedTarget = Omit<StandardGivingTarget, 'sequence'>

function giftTargets(funds: GivingGround['funds'], fundingSourceId: FundingSourceId): UnorderedTarget[] {
  const gift = { duesKindId: null, fundingSourceId, suggestedYen: [1_000, 3_000, 5_000, 10_000], allowsMonthly: true }
  return [
    {
      ...gift,
      kind: 'general',
      slug: 'katsudo',
      title: '社協の活動全体',
      lead: '見守り、居場所づくり、困りごとの相談など、地域を支えるすべての活動に使わせていただきます。使いみちをおまかせいただくと、いま一番必要なところに届けられます。',
      fundId: funds.find(({ isRestricted }) => !isRestricted)?.id ?? null,
    },
    ...funds.filter(({ isRestricted }) => isRestricted).map((fund) => ({
      ...gift,
      kind: 'fund' as const,
      slug: slugsByName.get(fund.name) ?? `fund-${slugOfCode(fund.code)}`,
      title: fund.name,
      lead: fund.purpose === '' ? '' : `${fund.purpose}に使わせていただきます。`,
      fundId: fund.id,
    })),
  ]
}

/** 一般会費 comes through the 自治会, so households are not asked for it here as well. */
function duesTargets(kinds: GivingGround['duesKinds'], fundingSourceId: FundingSourceId): UnorderedTarget[] {
  return kinds
    .filter(({ payer }) => payer === 'person' || payer === 'organization')
    .map((kind) => ({
      kind: 'dues' as const,
      slug: slugsByName.get(kind.name) ?? `kaihi-${slugOfCode(kind.code)}`,
      title: kind.name,
      lead: kind.payer === 'organization'
        ? '会社・お店・団体の皆さまに、会員として地域福祉を支えていただく会費です。'
        : '社協の活動に賛同してくださる方に、会員として支えていただく会費です。',
      fundId: null,
      duesKindId: kind.id,
      fundingSourceId,
      suggestedYen: [],
      allowsMonthly: false,
    }))
}

/** Addresses worth reading, for the names that a new council starts with. */
const slugsByName: ReadonlyMap<string, string> = new Map([
  ['子ども食堂応援', 'kodomo-shokudo'],
  ['移送サービス', 'iso'],
  ['善意銀行', 'zeni-ginko'],
  ['災害支援', 'saigai'],
  ['賛助会費', 'sanjo-kaihi'],
  ['特別会費', 'tokubetsu-kaihi'],
  ['法人会費', 'hojin-kaihi'],
])

function slugOfCode(code: string): string {
  return code.toLowerCase().replaceAll(/^-+|-+$/g, '') || '0'
}

/** The open account of the council's own book that stands where the default chart has this one. */
function accountLike(accounts: GivingGround['accounts'], defaultCode: string): LedgerAccountId | null {
  const wanted = defaultChart.find(({ code }) => code === defaultCode)
  if (wanted === undefined) throw new Error(`the default chart has no account ${defaultCode}`)
  const usable = openOnes(accounts).filter(({ category, book, isHeading }) => category === wanted.category && book === 'council' && !isHeading)
  return (usable.find(({ name }) => name === wanted.name) ?? usable.find(({ name }) => name.startsWith(wanted.name)))?.id ?? null
}

function openOnes<Item extends { readonly closedOn: LocalDate | null }>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ closedOn }) => closedOn === null)
}
