import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CampaignId } from '@sasaeai/domain/ids'
import { entriesHref } from '../../../app/entries-href.ts'

interface CampaignLink {
  readonly href: (campaignId: CampaignId, fiscalYear: FiscalYear) => string
  readonly label: string
  readonly about: string
}

/** What can be opened from the page of a drive. Each aspect of a drive adds its own line. */
export const campaignLinks: readonly CampaignLink[] = [
  { href: (campaignId, year) => `/admin/chest/results?fiscalYear=${year}&campaign=${campaignId}`, label: '募金実績', about: '方法別・校区別の実績を、目標額と前年に並べて見ます。' },
  { href: (campaignId, year) => `/admin/chest/days?fiscalYear=${year}&campaign=${campaignId}`, label: '日々の伸び', about: '日ごとの累計を、前年の同じ日と目標額に並べて見ます。' },
  { href: (_campaignId, year) => `/admin/chest/publications?fiscalYear=${year}`, label: '結果の公表', about: '終わってから1か月以内に公表する結果と、その期限です。' },
  { href: (campaignId) => `/admin/chest/${campaignId}/goals`, label: '目標額', about: '校区・自治会ごと、募金方法ごとの目標額です。' },
  { href: (campaignId) => entriesHref({ campaignId }), label: '仕訳・明細', about: 'この運動の受入れ、送金、支払の明細です。' },
  { href: (campaignId) => `/admin/chest/custody/${campaignId}`, label: '預り金と送金', about: '預かっている額、送金、直接支払と、残高の動きです。' },
  { href: (_campaignId, year) => `/admin/chest/points?fiscalYear=${year}`, label: '募金箱・協力店・街頭', about: '募金箱、協力店、寄付つき商品、街頭募金と、その入金です。' },
  { href: (campaignId, year) => `/admin/chest/branches?fiscalYear=${year}&campaign=${campaignId}`, label: '校区分会', about: '校区ごとの目標額・実績額・役員と、取りまとめ書です。' },
  { href: (campaignId, year) => `/admin/chest/materials?fiscalYear=${year}&campaign=${campaignId}`, label: '募金資材', about: '渡した羽根・封筒・ポスターと、戻ってきた数です。' },
]
