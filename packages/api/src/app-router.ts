import { areaRouter } from './area/area-router.ts'
import { communityChestRouter } from './community-chest/community-chest-router.ts'
import { councilRouter } from './council/council-router.ts'
import { documentRouterOf } from './document/document-router.ts'
import { donationRouter } from './donation/donation-router.ts'
import { fundingIndicatorRouter } from './funding-indicator/funding-indicator-router.ts'
import { grantRouter } from './grant/grant-router.ts'
import { intakeRouter } from './intake/intake-router.ts'
import { ledgerRouter } from './ledger/ledger-router.ts'
import { ledgerSetupRouter } from './ledger/ledger-setup-router.ts'
import { membershipDuesRouter } from './membership-dues/membership-dues-router.ts'
import { supporterRouter } from './supporter/supporter-router.ts'
import { paperMakers } from './paper-makers.ts'
import { receiptRouter } from './receipt/receipt-router.ts'
import { setUpRouter } from './council/set-up-router.ts'
import { router } from './procedure-for.ts'
import { auditRouter } from './user/audit-router.ts'
import { userRouter } from './user/user-router.ts'

/** The whole API: one router per term. */
export const appRouter = router({
  area: areaRouter,
  communityChest: communityChestRouter,
  council: councilRouter,
  document: documentRouterOf(paperMakers),
  donation: donationRouter,
  fundingIndicator: fundingIndicatorRouter,
  grant: grantRouter,
  intake: intakeRouter,
  ledger: ledgerRouter,
  ledgerSetup: ledgerSetupRouter,
  membershipDues: membershipDuesRouter,
  receipt: receiptRouter,
  supporter: supporterRouter,
  audit: auditRouter,
  setUp: setUpRouter,
  user: userRouter,
})

export type AppRouter = typeof appRouter
