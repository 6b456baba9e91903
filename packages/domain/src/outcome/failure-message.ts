import { areaFailures } from '../area/area-failures.ts'
import { allocationFailures } from '../community-chest/allocation/allocation-failures.ts'
import { branchFailures } from '../community-chest/branch/branch-failures.ts'
import { communityChestFailures } from '../community-chest/community-chest-failures.ts'
import { interimReceiptFailures } from '../community-chest/interim-receipt/interim-receipt-failures.ts'
import { cashCountFailures } from '../community-chest/point/cash-count-failures.ts'
import { receiptFormFailures } from '../community-chest/receipt-form/receipt-form-failures.ts'
import { remittanceFailures } from '../community-chest/remittance/remittance-failures.ts'
import { publicationFailures } from '../community-chest/result/publication-failures.ts'
import { goalFailures } from '../community-chest/goal/goal-failures.ts'
import { councilFailures } from '../council/council-failures.ts'
import { documentFailures } from '../document/document-failures.ts'
import { donationFailures } from '../donation/donation-failures.ts'
import { fundFailures } from '../donation/fund/fund-failures.ts'
import { indicatorFailures } from '../funding-indicator/indicator/indicator-failures.ts'
import { goodwillBankFailures } from '../goodwill-bank/goodwill-bank-failures.ts'
import { revenueFailures } from '../donation/revenue/revenue-failures.ts'
import { grantFailures } from '../grant/grant-failures.ts'
import { externalFundFailures } from '../funding-indicator/external-fund/external-fund-failures.ts'
import { incomeFailures } from '../funding-indicator/income/income-failures.ts'
import { statutoryPaperFailures } from '../funding-indicator/statutory-paper/statutory-paper-failures.ts'
import { tableFileFailures } from '../import/table-file-failures.ts'
import { intakeFailures } from '../intake/intake-failures.ts'
import { outboxFailures } from '../letter/outbox/outbox-failures.ts'
import { chartFailures } from '../ledger/chart-failures.ts'
import { journalExportFailures } from '../ledger/journal-export/journal-export-failures.ts'
import { ledgerFailures } from '../ledger/ledger-failures.ts'
import { letterFailures } from '../letter/letter-failures.ts'
import { duesMaterialFailures } from '../membership-dues/material/dues-material-failures.ts'
import { duesRequestFailures } from '../membership-dues/request/dues-request-failures.ts'
import { membershipDuesFailures } from '../membership-dues/membership-dues-failures.ts'
import { membershipFailures } from '../membership-dues/member/membership-failures.ts'
import { outreachFailures } from '../membership-dues/outreach/outreach-failures.ts'
import { onlineGiftFailures } from '../online-giving/gift/online-gift-failures.ts'
import { givingSettingsFailures } from '../online-giving/settings/giving-settings-failures.ts'
import { planFailures } from '../funding-indicator/plan/plan-failures.ts'
import { savedReportFailures } from '../funding-indicator/saved-report/saved-report-failures.ts'
import { receiptFailures } from '../receipt/receipt-failures.ts'
import { shareBackFailures } from '../membership-dues/share-back/share-back-failures.ts'
import { supporterImportFailures } from '../supporter/import/supporter-import-failures.ts'
import { mergeFailures } from '../supporter/merge/merge-failures.ts'
import { supporterFailures } from '../supporter/supporter-failures.ts'
import { userFailures } from '../user/user-failures.ts'
import { abuseFailures } from '../online-giving/abuse/abuse-failures.ts'
import { giverFailures } from '../online-giving/giver/giver-failures.ts'
import { demoFailures } from '../online-giving/demo/demo-failures.ts'
import { giftStartFailures } from '../online-giving/gift/gift-start-failures.ts'
import type { Failure } from './outcome.ts'

const sentences = {
  ...areaFailures,
  ...councilFailures,
  ...supporterFailures,
  ...mergeFailures,
  ...supporterImportFailures,
  ...chartFailures,
  ...communityChestFailures,
  ...branchFailures,
  ...interimReceiptFailures,
  ...cashCountFailures,
  ...allocationFailures,
  ...receiptFormFailures,
  ...remittanceFailures,
  ...publicationFailures,
  ...goalFailures,
  ...incomeFailures,
  ...externalFundFailures,
  ...documentFailures,
  ...planFailures,
  ...savedReportFailures,
  ...statutoryPaperFailures,
  ...donationFailures,
  ...fundFailures,
  ...goodwillBankFailures,
  ...revenueFailures,
  ...grantFailures,
  ...indicatorFailures,
  ...tableFileFailures,
  ...intakeFailures,
  ...journalExportFailures,
  ...ledgerFailures,
  ...letterFailures,
  ...duesMaterialFailures,
  ...duesRequestFailures,
  ...membershipDuesFailures,
  ...membershipFailures,
  ...outreachFailures,
  ...shareBackFailures,
  ...outboxFailures,
  ...givingSettingsFailures,
  ...onlineGiftFailures,
  ...giftStartFailures,
  ...abuseFailures,
  ...giverFailures,
  ...demoFailures,
  ...receiptFailures,
  ...userFailures,
} as const satisfies Record<string, (about?: string) => string>

/** Every expected failure of every command. */
export type FailureCode = keyof typeof sentences

/** What a person is told when a command could not do its work: what is wrong, and what to do about it. */
export function failureMessage(failure: Failure<FailureCode>): string {
  return sentences[failure.code](failure.about)
}
