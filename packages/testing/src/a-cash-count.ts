import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { PostCashCountInput } from '@sasaeai/domain/community-chest/point/cash-count-input'
import type { CollectionPointKind } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import { type CollectionPointId, id } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

/** 5,857 yen of a street collection, counted by two on 15 October of the council's year. */
export function aCashCount(council: ACouncil, change: Partial<PostCashCountInput> = {}): PostCashCountInput {
  return {
    countId: id(council.deps.newId()),
    countedOn: localDate(`${council.fiscalYear}-10-15`),
    campaignId: council.campaign('赤い羽根共同募金'),
    collectionMethodId: council.method('街頭募金'),
    fundingSourceId: council.source('共同募金'),
    cashAccountId: council.account('現金'),
    pointId: null,
    pieces: { 1_000: 2, 500: 3, 100: 14, 50: 5, 10: 68, 5: 3, 1: 12 },
    count: 1,
    countedBy: ['山田', '佐藤'],
    note: '',
    ...change,
  }
}

interface PointOptions {
  readonly kind: CollectionPointKind
  readonly name: string
  /** The drive by name, of an occasion in the street. */
  readonly campaign?: string
  readonly supporterId?: string
}

let points = 0

/** A place of collection with a number of its own. */
export async function aCollectionPoint(council: ACouncil, { kind, name, campaign, supporterId }: PointOptions): Promise<CollectionPointId> {
  points += 1
  const pointId = id<'CollectionPointId'>(council.deps.newId())
  const campaignId = campaign === undefined ? null : council.campaign(campaign)
  await council.deps.db.prisma.collectionPoint.create({
    data: { id: pointId, kind, code: String(points), name, campaignId, supporterId: supporterId ?? null },
  })
  return pointId
}
