import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import type { CollectionPointDetails } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { idIn } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = {
  kind: true, code: true, name: true, place: true, areaId: true, supporterId: true, campaignId: true, startsOn: true, staff: true, note: true, revision: true,
} as const

/** 募金の場所・機会. */
export const collectionPointTable: GroundTable<CollectionPointDetails> = {
  subjectKind: 'collection_point',
  read: async (tx, pointId) => {
    const row = await tx.collectionPoint.findUnique({ where: { id: pointId }, select: columns })
    if (row === null) return null
    const { areaId, supporterId, campaignId, startsOn, ...same } = row
    return groundRowOf({
      ...same,
      areaId: idIn<'AreaId'>(areaId) ?? null,
      supporterId: idIn<'SupporterId'>(supporterId) ?? null,
      campaignId: idIn<'CampaignId'>(campaignId) ?? null,
      startsOn: fromNullableDateColumn(startsOn),
    })
  },
  insert: (tx, pointId, details) => tx.collectionPoint.create({ data: { id: pointId, ...columnsOf(details) } }),
  update: (tx, pointId, details) => tx.collectionPoint.update({ where: { id: pointId }, data: columnsOf(details) }),
  setClosedOn: (tx, pointId, closedOn) => tx.collectionPoint.update({ where: { id: pointId }, data: { closedOn } }),
  remove: (tx, pointId) => tx.collectionPoint.delete({ where: { id: pointId } }),
}

function columnsOf({ startsOn, ...same }: CollectionPointDetails) {
  return { ...same, startsOn: startsOn === null ? null : toDateColumn(startsOn) }
}
