import type { LocalDate } from '../../calendar/local-date.ts'
import type { DuesPayer } from '../../membership-dues/terms/dues-unit.ts'
import type { Yen } from '../../money/yen.ts'
import type { GivingDues } from './gift-amount.ts'

/** What the giving site shows before anybody has said anything: the council's page. */
export interface GivingFront {
  /** Null before the council has been set up. */
  readonly council: GivingCouncil | null
  /** デモ: no real money moves, and every page says so. */
  readonly isDemo: boolean
  readonly isOpen: boolean
  readonly closedBecause: 'not_set_up' | 'closed' | 'no_gateway' | null
  readonly today: LocalDate
  /** Between these amounts a gift lies. */
  readonly minimumYen: Yen
  readonly maximumYen: Yen
  readonly receiptRule: 'each' | 'on_request' | 'annual'
  readonly texts: GivingTexts
  readonly targets: readonly GivingFrontTarget[]
}

/** The council as it presents itself to the public. */
export interface GivingCouncil {
  readonly name: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
}

export interface GivingTexts {
  /** 特定商取引法に基づく表記; each line of `見出し: 本文` is a row. */
  readonly commercialDisclosure: string
  readonly refundPolicy: string
  readonly privacyNotice: string
  readonly thanks: string
}

/** 受付項目 as the public sees it. */
export interface GivingFrontTarget {
  readonly slug: string
  readonly kind: 'general' | 'fund' | 'campaign' | 'dues'
  readonly title: string
  readonly lead: string
  readonly suggestedYen: readonly Yen[]
  readonly allowsMonthly: boolean
  /** Whether it can be given to now. */
  readonly isTaken: boolean
  readonly notTakenBecause: 'not_yet' | 'over' | 'not_instructed' | 'no_gateway' | 'no_terms' | null
  readonly opensOn: LocalDate | null
  readonly closesOn: LocalDate | null
  /** 受取人: whose money it becomes. */
  readonly payeeName: string
  /** 共同募金 is never receipted in the council's name. */
  readonly issuesReceipt: boolean
  /** Of a drive that is not taken here, the 共同募金会's own page; empty where there is none. */
  readonly externalUrl: string
  readonly progress: GivingProgress | null
  readonly fund: GivingFund | null
  readonly dues: (GivingDues & { readonly payer: DuesPayer }) | null
}

/** What came in by every way, not only online. */
export interface GivingProgress {
  readonly collectedYen: Yen
  readonly targetYen: Yen | null
  readonly since: LocalDate
}

export interface GivingFund {
  readonly publicDescription: string
  /** What it was used for: the newest published reports first, three at most. */
  readonly reports: readonly GivingFundReport[]
}

export interface GivingFundReport {
  readonly title: string
  readonly body: string
  readonly message: string
  readonly beneficiaries: number | null
  readonly publishedOn: LocalDate
  /** Where the photo is, below the address of this site, and what it shows; null without one. */
  readonly photo: { readonly path: string; readonly altText: string } | null
}
