import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { DonationChannelDetails } from '@sasaeai/domain/donation/channel/donation-channel-details'
import { id } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, revision: true } as const

/** 寄附のきっかけ. */
export const donationChannelTable: GroundTable<DonationChannelDetails> = {
  subjectKind: 'donation_channel',
  read: async (tx, channelId) => groundRowOf(await tx.donationChannel.findUnique({ where: { id: channelId }, select: columns })),
  insert: (tx, channelId, channel) => tx.donationChannel.create({ data: { id: channelId, ...channel } }),
  update: (tx, channelId, channel) => tx.donationChannel.update({ where: { id: channelId }, data: channel }),
  setClosedOn: (tx, channelId, closedOn) => tx.donationChannel.update({ where: { id: channelId }, data: { closedOn } }),
  remove: (tx, channelId) => tx.donationChannel.delete({ where: { id: channelId } }),
}

/** Every channel, closed ones included, in the order of their codes. */
export async function listDonationChannels({ prisma }: Db) {
  const channels = await prisma.donationChannel.findMany({ orderBy: { code: 'asc' } })
  return channels.map((channel) => ({ ...channel, id: id<'DonationChannelId'>(channel.id), closedOn: fromNullableDateColumn(channel.closedOn) }))
}
