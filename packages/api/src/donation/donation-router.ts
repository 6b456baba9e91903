import { router } from '../procedure-for.ts'
import { fundRouter } from './fund/fund-router.ts'

/** 寄附 */
export const donationRouter = router({
  fund: fundRouter,
})
