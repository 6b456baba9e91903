import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CampaignId } from '@sasaeai/domain/ids'
import { momentOf } from '@sasaeai/domain/ledger/posting-moment'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'

/** The drive, and as of when its page is. */
interface CampaignInView extends MomentSearch {
  readonly campaignId: CampaignId
  readonly fiscalYear: FiscalYear
}

interface CampaignLink {
  /** Of the same moment, where what opens can be asked for one. */
  readonly href: (campaign: CampaignInView) => string
  readonly label: string
  readonly about: string
}

/** What can be opened from the page of a drive. Each aspect of a drive adds its own line. */
export const campaignLinks: readonly CampaignLink[] = [
  { href: (campaign) => `/admin/chest/results?${yearAndDrive(campaign)}`, label: '募金実績', about: '方法別・校区別の実績を、目標額と前年に並べて見ます。' },
  { href: (campaign) => `/admin/chest/days?${yearAndDrive(campaign)}`, label: '日々の伸び', about: '日ごとの累計を、前年の同じ日と目標額に並べて見ます。' },
  { href: ({ fiscalYear }) => `/admin/chest/publications?fiscalYear=${fiscalYear}`, label: '結果の公表', about: '終わってから1か月以内に公表する結果と、その期限です。' },
  { href: ({ campaignId }) => `/admin/chest/${campaignId}/goals`, label: '目標額', about: '校区・自治会ごと、募金方法ごとの目標額です。' },
  { href: ({ campaignId, postedUntil }) => entriesHref({ campaignId, postedUntil }), label: '仕訳・明細', about: 'この運動の受入れ、送金、支払の明細です。' },
  { href: ({ campaignId, ...view }) => `/admin/chest/custody/${campaignId}${momentAlone(view)}`, label: '預り金と送金', about: '預かっている額、送金、直接支払と、残高の動きです。' },
  { href: (campaign) => `/admin/chest/points?${yearAlone(campaign)}`, label: '募金箱・協力店・街頭', about: '募金箱、協力店、寄付つき商品、街頭募金と、その入金です。' },
  { href: (campaign) => `/admin/chest/branches?${yearAndDrive(campaign)}`, label: '校区分会', about: '校区ごとの目標額・実績額・役員と、取りまとめ書です。' },
  { href: ({ campaignId, fiscalYear }) => `/admin/chest/materials?fiscalYear=${fiscalYear}&campaign=${campaignId}`, label: '募金資材', about: '渡した羽根・封筒・ポスターと、戻ってきた数です。' },
]

function yearAndDrive(campaign: CampaignInView): string {
  return `campaign=${campaign.campaignId}&${yearAlone(campaign)}`
}

function yearAlone({ fiscalYear, postedUntil }: CampaignInView): string {
  return new URLSearchParams({ fiscalYear: String(fiscalYear), ...momentOf({ postedUntil }) }).toString()
}

function momentAlone({ postedUntil }: MomentSearch): string {
  return postedUntil === undefined ? '' : `?${new URLSearchParams(momentOf({ postedUntil })).toString()}`
}
