import { lazy } from '@trpc/server'
import { router } from './procedure-for.ts'

/** The whole API: one router per term, each read when it is first asked for, so that the server starts before it knows them all. */
export const appRouter = router({
  area: lazy(async () => (await import('./area/area-router.ts')).areaRouter),
  communityChest: lazy(async () => (await import('./community-chest/community-chest-router.ts')).communityChestRouter),
  council: lazy(async () => (await import('./council/council-router.ts')).councilRouter),
  document: lazy(async () => {
    const [{ documentRouterOf }, { paperMakers }, { namesInAuditLog }] = await Promise.all([
      import('./document/document-router.ts'), import('./paper-makers.ts'), import('./names-in-audit-log.ts'),
    ])
    return documentRouterOf(paperMakers, namesInAuditLog)
  }),
  donation: lazy(async () => (await import('./donation/donation-router.ts')).donationRouter),
  donationYear: lazy(async () => (await import('./funding-indicator/donation-year/donation-year-router.ts')).donationYearRouter),
  executive: lazy(async () => (await import('./funding-indicator/executive/executive-router.ts')).executiveRouter),
  externalFund: lazy(async () => (await import('./funding-indicator/external-fund/external-fund-router.ts')).externalFundRouter),
  fundingIndicator: lazy(async () => (await import('./funding-indicator/funding-indicator-router.ts')).fundingIndicatorRouter),
  giving: lazy(async () => (await import('./online-giving/giving-router.ts')).givingRouter),
  goodwillBank: lazy(async () => (await import('./goodwill-bank/goodwill-bank-router.ts')).goodwillBankRouter),
  grant: lazy(async () => (await import('./grant/grant-router.ts')).grantRouter),
  indicator: lazy(async () => (await import('./funding-indicator/indicator/indicator-router.ts')).indicatorRouter),
  income: lazy(async () => (await import('./funding-indicator/income/income-router.ts')).incomeRouter),
  intake: lazy(async () => (await import('./intake/intake-router.ts')).intakeRouter),
  journalExport: lazy(async () => (await import('./ledger/journal-export/journal-export-router.ts')).journalExportRouter),
  letter: lazy(async () => {
    const [{ letterRouterOf }, { mailFollowers }, { recipientSources }] = await Promise.all([
      import('./letter/letter-router.ts'), import('./mail-followers-by-kind.ts'), import('./label-recipient-sources.ts'),
    ])
    return letterRouterOf(mailFollowers, recipientSources)
  }),
  ledger: lazy(async () => (await import('./ledger/ledger-router.ts')).ledgerRouter),
  ledgerSetup: lazy(async () => (await import('./ledger/ledger-setup-router.ts')).ledgerSetupRouter),
  membershipDues: lazy(async () => (await import('./membership-dues/membership-dues-router.ts')).membershipDuesRouter),
  onlineGiving: lazy(async () => (await import('./online-giving/online-giving-router.ts')).onlineGivingRouter),
  plan: lazy(async () => (await import('./funding-indicator/plan/plan-router.ts')).planRouter),
  receipt: lazy(async () => (await import('./receipt/receipt-router.ts')).receiptRouter),
  savedReport: lazy(async () => (await import('./funding-indicator/saved-report/saved-report-router.ts')).savedReportRouter),
  statutoryPaper: lazy(async () => (await import('./funding-indicator/statutory-paper/statutory-paper-router.ts')).statutoryPaperRouter),
  supporter: lazy(async () => {
    const [{ supporterRouterOf }, { sheetsOfSupporter }] = await Promise.all([import('./supporter/supporter-router.ts'), import('./sheets-of-supporter.ts')])
    return supporterRouterOf(sheetsOfSupporter)
  }),
  taxCredit: lazy(async () => (await import('./funding-indicator/tax-credit/tax-credit-router.ts')).taxCreditRouter),
  audit: lazy(async () => {
    const [{ auditRouterOf }, { namesInAuditLog }] = await Promise.all([import('./user/audit-router.ts'), import('./names-in-audit-log.ts')])
    return auditRouterOf(namesInAuditLog)
  }),
  setUp: lazy(async () => (await import('./council/set-up-router.ts')).setUpRouter),
  user: lazy(async () => (await import('./user/user-router.ts')).userRouter),
})

export type AppRouter = typeof appRouter
