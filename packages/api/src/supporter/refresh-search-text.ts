import type { Tx } from '@sasaeai/db/in-transaction'
import type { SupporterId } from '@sasaeai/domain/ids'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'

/** Writes the text that a supporter is searched by anew, from the row and the further ways to reach them. */
export async function refreshSearchText(tx: Tx, supporterId: SupporterId): Promise<void> {
  const { contactPoints, ...supporter } = await tx.supporter.findUniqueOrThrow({
    where: { id: supporterId },
    select: {
      number: true, name: true, kana: true, phone: true, address: true, email: true,
      contactPoints: { select: { value: true }, orderBy: { position: 'asc' } },
    },
  })
  const searchText = supporterSearchText({ ...supporter, contactPoints: contactPoints.map(({ value }) => value) })
  await tx.supporter.update({ where: { id: supporterId }, data: { searchText } })
}
