import { yen, type Yen } from '../../money/yen.ts'
import type { DuesPayer, DuesUnit } from './dues-unit.ts'

export interface DefaultDuesKind {
  readonly code: string
  readonly name: string
  readonly terms: DefaultDuesTerms
}

export interface DefaultDuesTerms {
  readonly unit: DuesUnit
  /** 目安 per 世帯 or 口, in yen: a suggestion, never a charge. */
  readonly unitYen: Yen
  readonly payer: DuesPayer
  /** 納入月, 1 to 12. */
  readonly firstMonth: number
  readonly lastMonth: number
  /** 還元率 in hundredths of a percent. */
  readonly shareBackBasisPoints: number
}

/** 会員種別 to start with; the amounts are those most councils suggest. Every year's terms are the council's own data. */
export const defaultDuesKinds: readonly DefaultDuesKind[] = [
  {
    code: '1',
    name: '一般会費',
    terms: { unit: 'household', unitYen: yen(500), payer: 'household', firstMonth: 5, lastMonth: 7, shareBackBasisPoints: 5_000 },
  },
  {
    code: '2',
    name: '賛助会費',
    terms: { unit: 'unit', unitYen: yen(1_000), payer: 'person', firstMonth: 5, lastMonth: 9, shareBackBasisPoints: 0 },
  },
  {
    code: '3',
    name: '特別会費',
    terms: { unit: 'unit', unitYen: yen(3_000), payer: 'person', firstMonth: 5, lastMonth: 9, shareBackBasisPoints: 0 },
  },
  {
    code: '4',
    name: '法人会費',
    terms: { unit: 'unit', unitYen: yen(5_000), payer: 'organization', firstMonth: 6, lastMonth: 9, shareBackBasisPoints: 0 },
  },
]
