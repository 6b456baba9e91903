import { router } from '../procedure-for.ts'
import { onlineGiftRouter, onlineRefundRouter, recurringGiftRouter } from './gift/online-gift-router.ts'
import { gatewayEventRouter, payoutRouter } from './payout/payout-router.ts'
import { demoRouter } from './demo/demo-router.ts'
import { givingSettingsRouter } from './settings/giving-settings-router.ts'

/** オンライン寄附, as the office sees it */
export const onlineGivingRouter = router({
  gift: onlineGiftRouter,
  recurring: recurringGiftRouter,
  refund: onlineRefundRouter,
  payout: payoutRouter,
  event: gatewayEventRouter,
  demo: demoRouter,
  settings: givingSettingsRouter,
})
