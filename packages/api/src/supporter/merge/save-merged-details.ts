import type { Tx } from '@sasaeai/db/in-transaction'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { SupporterDetails } from '@sasaeai/domain/supporter/supporter-details'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'

/**
 * Writes what was chosen for the survivor, or what stands again after an undoing. What the supporter is searched by holds
 * further telephone numbers too, which may just have come or gone.
 */
export async function saveMergedDetails(
  tx: Tx,
  { supporterId, number, details }: { supporterId: SupporterId; number: number; details: SupporterDetails },
): Promise<void> {
  const points = await tx.supporterContactPoint.findMany({ where: { supporterId }, select: { value: true }, orderBy: { position: 'asc' } })
  await tx.supporter.update({
    where: { id: supporterId },
    data: { ...details, searchText: supporterSearchText({ number, ...details, contactPoints: points.map(({ value }) => value) }) },
  })
}
