/** 協賛・収益の種類: money that comes beside gifts. */
export const revenueStreamKinds = ['vending_machine', 'sponsorship', 'crowdfunding'] as const
export type RevenueStreamKind = (typeof revenueStreamKinds)[number]

export const revenueStreamKindNames: Record<RevenueStreamKind, string> = {
  vending_machine: '自動販売機',
  sponsorship: '企業協賛',
  crowdfunding: 'ふるさと納税',
}

/** How a sponsor's name may be shown. */
export const sponsorDisplays = ['named', 'anonymous', 'amount_hidden'] as const
export type SponsorDisplay = (typeof sponsorDisplays)[number]

export const sponsorDisplayNames: Record<SponsorDisplay, string> = {
  named: '実名で掲載',
  anonymous: '匿名',
  amount_hidden: '実名、金額は非掲載',
}
