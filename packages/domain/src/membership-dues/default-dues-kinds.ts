import { yen, type Yen } from '../money/yen.ts'

export interface DefaultDuesKind {
  readonly code: string
  readonly name: string
  /** 目安 per household or 口, in yen: a suggestion, never a charge. */
  readonly unitYen: Yen
}

/** 会員種別 to start with; the amounts are those most councils suggest. */
export const defaultDuesKinds: readonly DefaultDuesKind[] = [
  { code: '1', name: '一般会費', unitYen: yen(500) },
  { code: '2', name: '賛助会費', unitYen: yen(1_000) },
  { code: '3', name: '特別会費', unitYen: yen(3_000) },
  { code: '4', name: '法人会費', unitYen: yen(5_000) },
]
