import { router } from '../procedure-for.ts'
import { donationChannelRouter } from './channel/donation-channel-router.ts'
import { fundRouter } from './fund/fund-router.ts'
import { giftRouter } from './gift/gift-router.ts'

/** 寄附 */
export const donationRouter = router({
  gift: giftRouter,
  channel: donationChannelRouter,
  fund: fundRouter,
})
