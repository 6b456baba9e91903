import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { Yen } from '@sasaeai/domain/money/yen'

/** What has come of an award and stands, in yen. */
export async function readReceivedYen(tx: Tx, applicationId: string): Promise<Yen> {
  const { _sum } = await tx.externalReceipt.aggregate({ where: { applicationId, isLive: true }, _sum: { amountYen: true } })
  return yenFromColumn(_sum.amountYen ?? 0n)
}
