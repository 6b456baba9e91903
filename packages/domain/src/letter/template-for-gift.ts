import type { DonationKind } from '../donation/gift/donation-kind.ts'

interface ProposedTemplate {
  readonly giftKinds: readonly DonationKind[]
}

/** The template that suits a gift: the first that names its kind, or else the first that names none. They stand in the order of their codes. */
export function templateForGift<Template extends ProposedTemplate>(templates: readonly Template[], kind: DonationKind): Template | undefined {
  return templates.find(({ giftKinds }) => giftKinds.includes(kind)) ?? templates.find(({ giftKinds }) => giftKinds.length === 0)
}
