import type { TypedGift } from '@sasaeai/domain/donation/gift/typed-gift'
import type { ErrorOf } from '../../../app/command-form.tsx'
import type { LedgerGround } from '../../ledger/use-ground.ts'

/** What every group of fields of the sheet gets. */
export interface GiftFieldsProps {
  readonly ground: LedgerGround
  readonly typed: TypedGift
  readonly onChange: (change: Partial<TypedGift>) => void
  readonly errorOf: ErrorOf
}
