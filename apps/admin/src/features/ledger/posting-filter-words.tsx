import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { duesRouteNames } from '@sasaeai/domain/ledger/dues-route'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { moneyHoldingNames } from '@sasaeai/domain/ledger/money-holding'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatPostingMoment, postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type LedgerGround, useGround } from './use-ground.ts'

/** The filter in one sentence: says on screen and on paper which money a list holds. */
export function PostingFilterWords({ filter }: { filter: PostingFilter }) {
  const ground = useGround()
  const words = wordsOf(filter, ground.data)
  return (
    <p className="mb-3 text-[0.9375rem]">
      <span className="text-ink-sub">表示している条件：</span>
      {words.join('／')}
    </p>
  )
}

interface NamesById {
  get(id: string): { readonly name: string } | undefined
}

function wordsOf(filter: PostingFilter, ground: LedgerGround | undefined): string[] {
  // Names that are still on their way are left open rather than the whole sentence: what stands below would shift.
  const name = (items: NamesById | undefined, id: string | undefined) =>
    id === undefined ? undefined : items === undefined ? '…' : (items.get(id)?.name ?? '（不明）')
  const area = name(ground?.areas, filter.areaId)
  const words = [
    yearOf(filter),
    periodOf(filter),
    filter.category === undefined ? undefined : fundingCategoryNames[filter.category],
    filter.holding === undefined ? undefined : moneyHoldingNames[filter.holding],
    name(ground?.sources, filter.fundingSourceId),
    name(ground?.campaigns, filter.campaignId),
    drivesOf(filter),
    name(ground?.methods, filter.methodId),
    name(ground?.duesKinds, filter.duesKindId),
    filter.duesYear === undefined ? undefined : `${formatFiscalYear(filter.duesYear)}分の会費`,
    filter.duesRoute === undefined ? undefined : duesRouteNames[filter.duesRoute],
    name(ground?.funds, filter.fundId),
    area === undefined ? undefined : filter.areaOnly === undefined ? `${area}とその下の地域` : areaAlone(filter.areaId, area, ground),
    name(ground?.accounts, filter.accountId),
    filter.supporterId === undefined ? undefined : '選んだ支援者',
    amountsOf(filter),
    filter.batchId === undefined ? undefined : '選んだ受付',
    filter.allocationId === undefined ? undefined : '選んだ配分金の受入れ',
    filter.allocationYear === undefined ? undefined : `${formatFiscalYear(filter.allocationYear)}に交付された配分金の受入れ`,
    filter.postedUntil === undefined ? undefined : postedUntilWords(filter.postedUntil),
    filter.postedAfter === undefined ? undefined : `${formatPostingMoment(filter.postedAfter)}よりあとに記帳した分`,
    filter.text === undefined ? undefined : `「${filter.text}」`,
  ]
  return words.filter((word) => word !== undefined)
}

function drivesOf({ driveYear, drive }: PostingFilter): string | undefined {
  if (driveYear === undefined && drive === undefined) return undefined
  const year = driveYear === undefined ? '' : `${formatFiscalYear(driveYear)}の`
  return drive === undefined ? `${year}運動（その他の運動を除く）` : `${year}${driveKindNames[drive]}`
}

function areaAlone(areaId: string | undefined, area: string, ground: LedgerGround | undefined): string {
  const [root] = [...(ground?.areas ?? [])].find(([, { parentId }]) => parentId === null) ?? []
  const isWhole = root === areaId
  return isWhole ? '地域の指定なし' : `${area}だけ（下の地域を除く）`
}

/** Days by themselves say which years they are of. */
function yearOf({ fiscalYear, from, to, allocationId, allocationYear }: PostingFilter): string | undefined {
  if (fiscalYear !== undefined) return formatFiscalYear(fiscalYear)
  return [from, to, allocationId, allocationYear].every((named) => named === undefined) ? 'すべての年度' : undefined
}

function periodOf({ from, to }: PostingFilter): string | undefined {
  if (from === undefined && to === undefined) return undefined
  return `${from === undefined ? '' : formatLocalDate(from)}〜${to === undefined ? '' : formatLocalDate(to)}`
}

function amountsOf({ minYen, maxYen }: PostingFilter): string | undefined {
  if (minYen === undefined && maxYen === undefined) return undefined
  if (minYen === maxYen && minYen !== undefined) return `${formatYen(minYen)}円ちょうど`
  return `${minYen === undefined ? '' : `${formatYen(minYen)}円`}〜${maxYen === undefined ? '' : `${formatYen(maxYen)}円`}`
}
