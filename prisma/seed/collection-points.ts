import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import type { CollectionPointKind } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import type { AreaId, CampaignId, SupporterId } from '@sasaeai/domain/ids'
import { idAt } from './book-bundles.ts'
import type { DemoDistrict } from './demo-areas.ts'
import { codes } from './demo-bundle.ts'
import type { DemoOffice } from './demo-ground.ts'
import type { DemoSupporters } from './demo-supporters.ts'
import { type RandomStream, randomStream } from './random-stream.ts'

/** 募金の場所・機会 of the demo, as it is stored. */
export interface DemoPoint {
  readonly id: string
  readonly kind: CollectionPointKind
  readonly code: string
  readonly name: string
  readonly place: string
  readonly areaId: AreaId | null
  readonly supporterId: SupporterId | null
  readonly campaignId: CampaignId | null
  readonly startsOn: LocalDate | null
  readonly staff: string
}

/** Those that stay from year to year. */
export interface DemoPoints {
  readonly boxes: readonly DemoPoint[]
  readonly shops: readonly DemoPoint[]
}

const boxNames = [
  ['市役所ロビー', '1階 総合案内の横'], ['総合福祉会館', '受付カウンター'], ['中央図書館', '貸出カウンター'], ['ささえ駅', '改札横の売店'], ['市民病院', '会計窓口'],
  ['中央公民館', '事務室前'], ['南部公民館', '玄関'], ['北部公民館', '玄関'], ['ささえ温泉センター', 'フロント'], ['農産物直売所 みのり', 'レジ横'],
] as const

const products = [['赤い羽根どら焼き', '1個につき10円'], ['ささえ茶ペットボトル', '1本につき3円']] as const

const corners = [
  ['ささえ駅前', '10-04', '民生委員・ボーイスカウト 24名'], ['ショッピングモールささえ', '10-05', '社協職員・高校生ボランティア 18名'], ['市民まつり会場', '10-19', '校区分会 30名'],
  ['中央商店街', '11-09', '商工会青年部 12名'], ['ささえ駅前（歳末）', '12-06', '民生委員 16名'],
] as const

/** Lays boxes, shops and products, which the demo has had since its first year. */
export async function layCollectionPoints(
  tx: Tx,
  { districts, supporters, founded }: { districts: readonly DemoDistrict[]; supporters: DemoSupporters; founded: Date },
): Promise<DemoPoints> {
  const random = randomStream(20_261_104)
  const since = localDate(founded.toISOString().slice(0, 10))
  const nothing = { place: '', areaId: null, supporterId: null, campaignId: null, startsOn: since, staff: '' }
  const boxes = boxNames.map(([name, place], index): DemoPoint => ({
    ...nothing, id: idAt(founded, random), kind: 'box', code: String(index + 1), name, place, areaId: random.pick(districts).areaId, staff: '社協 地域福祉係',
  }))
  const shops = supporters.companies.slice(0, 8).map(({ name, address, supporterId }, index): DemoPoint => ({
    ...nothing, id: idAt(founded, random), kind: 'partner_shop', code: String(index + 1), name, place: address, supporterId,
  }))
  const sold = products.map(([name, place], index): DemoPoint => ({
    ...nothing, id: idAt(founded, random), kind: 'charity_product', code: String(index + 1), name, place, supporterId: supporters.companies[index]?.supporterId ?? null,
  }))
  await tx.collectionPoint.createMany({ data: [...boxes, ...shops, ...sold].map((point) => ({ ...point, startsOn: toDateColumn(since) })) })
  return { boxes, shops }
}

/** The street collections of a year's 共同募金. */
export function streetPoints({ office, random }: { office: DemoOffice; random: RandomStream }, year: FiscalYear): DemoPoint[] {
  return corners.map(([name, day, staff], index) => {
    const startsOn = localDate(`${year}-${day}`)
    return {
      id: idAt(new Date(`${startsOn}T01:00:00Z`), random), kind: 'street', code: `${year}-${index + 1}`, name, place: '', areaId: null, supporterId: null,
      campaignId: office.campaign(year, codes.campaign.redFeather), startsOn, staff,
    }
  })
}
