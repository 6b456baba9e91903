import type { CampaignId } from '@sasaeai/domain/ids'
import { entriesHref } from '../../../app/entries-href.ts'

interface CampaignLink {
  readonly href: (campaignId: CampaignId) => string
  readonly label: string
  readonly about: string
}

/** What can be opened from the page of a drive. Each aspect of a drive adds its own line. */
export const campaignLinks: readonly CampaignLink[] = [
  { href: (campaignId) => entriesHref({ campaignId }), label: '仕訳・明細', about: 'この運動の受入れ、送金、支払の明細です。' },
  { href: (campaignId) => `/admin/chest/custody/${campaignId}`, label: '預り金と送金', about: '預かっている額、送金、直接支払と、残高の動きです。' },
]
