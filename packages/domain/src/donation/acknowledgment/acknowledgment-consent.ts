import { acknowledgmentNames, acknowledgments } from '../../supporter/acknowledgment.ts'

/**
 * 芳名の掲載: what the giver agreed to for this one gift. Nothing is printed of a gift that nobody asked about, whatever is
 * proposed for the giver.
 */
export const acknowledgmentConsents = ['undecided', ...acknowledgments] as const
export type AcknowledgmentConsent = (typeof acknowledgmentConsents)[number]

export const acknowledgmentConsentNames: Record<AcknowledgmentConsent, string> = { undecided: '未確認', ...acknowledgmentNames }
