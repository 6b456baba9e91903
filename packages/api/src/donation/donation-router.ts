import { router } from '../procedure-for.ts'
import { acknowledgmentRouter } from './acknowledgment/acknowledgment-router.ts'
import { donationChannelRouter } from './channel/donation-channel-router.ts'
import { fundRouter } from './fund/fund-router.ts'
import { giftRouter } from './gift/gift-router.ts'
import { thankYouLetterRouter } from './letter/thank-you-letter-router.ts'
import { partnerRouter } from './partner/partner-router.ts'
import { pledgeRouter } from './pledge/pledge-router.ts'
import { revenueRouter } from './revenue/revenue-router.ts'
import { giftScheduleRouter } from './schedule/gift-schedule-router.ts'
import { donationThresholdRouter } from './threshold/donation-threshold-router.ts'

/** 寄附 */
export const donationRouter = router({
  gift: giftRouter,
  letter: thankYouLetterRouter,
  acknowledgment: acknowledgmentRouter,
  pledge: pledgeRouter,
  threshold: donationThresholdRouter,
  channel: donationChannelRouter,
  fund: fundRouter,
  revenue: revenueRouter,
  partner: partnerRouter,
  schedule: giftScheduleRouter,
})
