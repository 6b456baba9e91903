import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { DonationThresholdDetails } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, purpose: true, basis: true, amountYen: true, revision: true } as const

/** 寄附の基準. */
export const donationThresholdTable: GroundTable<DonationThresholdDetails> = {
  subjectKind: 'donation_threshold',
  read: async (tx, thresholdId) => {
    const row = await tx.donationThreshold.findUnique({ where: { id: thresholdId }, select: columns })
    return groundRowOf(row === null ? null : { ...row, amountYen: yenFromColumn(row.amountYen) })
  },
  insert: (tx, thresholdId, { amountYen, ...threshold }) => tx.donationThreshold.create({ data: { id: thresholdId, ...threshold, amountYen: BigInt(amountYen) } }),
  update: (tx, thresholdId, { amountYen, ...threshold }) => tx.donationThreshold.update({ where: { id: thresholdId }, data: { ...threshold, amountYen: BigInt(amountYen) } }),
  setClosedOn: (tx, thresholdId, closedOn) => tx.donationThreshold.update({ where: { id: thresholdId }, data: { closedOn } }),
  remove: (tx, thresholdId) => tx.donationThreshold.delete({ where: { id: thresholdId } }),
}

/** Every threshold, closed ones included, in the order of their codes. */
export async function listDonationThresholds({ prisma }: Db) {
  const thresholds = await prisma.donationThreshold.findMany({ orderBy: { code: 'asc' } })
  return thresholds.map((threshold) => ({
    ...threshold,
    id: id<'DonationThresholdId'>(threshold.id),
    amountYen: yenFromColumn(threshold.amountYen),
    closedOn: fromNullableDateColumn(threshold.closedOn),
  }))
}
