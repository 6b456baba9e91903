import { yen, type Yen } from '@sasaeai/domain/money/yen'

/** Whole yen of a BIGINT column. @throws RangeError beyond the safe integers, which the columns' CHECKs exclude. */
export function yenFromColumn(column: bigint | number): Yen {
  return yen(Number(column))
}
