import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId } from '@sasaeai/domain/ids'
import type { DemoDistrict } from './demo-areas.ts'
import type { DemoMember } from './demo-members.ts'
import type { DemoSupporter, DemoSupporters } from './demo-supporters.ts'
import type { RandomStream } from './random-stream.ts'

/** Codes of the default ground data (domain: default-funding-sources, default-methods, default-dues-kinds, default-funds). */
export const codes = {
  source: {
    dues: '10',
    chest: '20',
    yearEnd: '30',
    donation: '40',
    city: '50',
    allocation: '51',
    yearEndAllocation: '52',
    entrusted: '60',
    grant: '70',
    business: '80',
    share: '90',
    interest: '91',
    other: '99',
  },
  campaign: { redFeather: '1', yearEnd: '2', broadcaster: '9' },
  method: { household: '1', corporate: '2', workplace: '3', street: '4', school: '5', event: '6', other: '9' },
  dues: { household: '1', supporting: '2', special: '3', organization: '4' },
  fund: { general: '01', childrensTable: '02', transport: '03', goodwillBank: '04', disaster: '05' },
} as const

/** One payment of a bundle. */
export interface Slip {
  readonly source: string
  /** A campaign of the same fiscal year. */
  readonly campaign?: string
  readonly method?: string
  readonly duesKind?: string
  /** 会費年度 where it is not the fiscal year of the day: slips that come after March. */
  readonly duesYear?: FiscalYear
  readonly fund?: string
  readonly areaId?: AreaId
  readonly supporter?: DemoSupporter
  readonly amountYen: number
  readonly householdsAsked?: number
  readonly householdsPaid?: number
  readonly units?: number
  /** 件数 where there are no households: 回 or 件. */
  readonly count?: number
  readonly note?: string
}

/** What somebody brings to the counter, or the bank reports, on one day. */
export interface Bundle {
  readonly receivedOn: LocalDate
  /** `intake`: typed as a batch. `desk`: booked by the accountant as single slips. */
  readonly door: 'intake' | 'desk'
  readonly into: 'cash' | 'bank'
  readonly bearer: string
  readonly areaId?: AreaId
  readonly slips: readonly Slip[]
}

/** Everything that the money of a year is drawn from. */
export interface DemoYear {
  readonly year: FiscalYear
  /** 0 for the present fiscal year. */
  readonly yearsAgo: number
  readonly districts: readonly DemoDistrict[]
  readonly supporters: DemoSupporters
  readonly members: readonly DemoMember[]
  /** Every fiscal year of the demo, oldest first. */
  readonly years: readonly FiscalYear[]
  /** How many times the usual number of slips arrive: 1, or more for measuring. */
  readonly density: number
  readonly random: RandomStream
}
