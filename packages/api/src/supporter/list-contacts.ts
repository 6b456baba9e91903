import { fromDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { ContactChannel } from '@sasaeai/domain/supporter/contact-channel'
import type { Deps } from '../deps.ts'

/** A line of the contact log. */
export interface ContactLine {
  readonly contactId: string
  readonly contactedOn: LocalDate
  readonly channel: ContactChannel
  readonly counterpart: string
  readonly summary: string
  readonly recordedBy: string
}

/** 接触の記録 of a supporter, the newest first; two hundred lines are more than anybody reads. */
export async function listContacts({ db }: Deps, supporterId: SupporterId): Promise<ContactLine[]> {
  const lines = await db.prisma.supporterContact.findMany({
    where: { supporterId },
    include: { recordedBy: { select: { name: true } } },
    orderBy: [{ contactedOn: 'desc' }, { recordedAt: 'desc' }],
    take: 200,
  })
  return lines.map(({ id, contactedOn, channel, counterpart, summary, recordedBy }) => ({
    contactId: id,
    contactedOn: fromDateColumn(contactedOn),
    channel,
    counterpart,
    summary,
    recordedBy: recordedBy.name,
  }))
}
