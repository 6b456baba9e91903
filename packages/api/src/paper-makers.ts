import type { PaperMakers } from './document/paper-maker.ts'
import { allocationUseReportMaker } from './community-chest/allocation/allocation-use-report-maker.ts'
import { branchCollectionSheetsMaker } from './community-chest/branch/branch-collection-sheets-maker.ts'
import { cashCountSlipMaker } from './community-chest/point/cash-count-slip-maker.ts'
import { interimReceiptsMaker } from './community-chest/interim-receipt/interim-receipts-maker.ts'
import { receiptFormAccountMaker } from './community-chest/receipt-form/receipt-form-account-maker.ts'
import { remittanceSlipMaker } from './community-chest/remittance/remittance-slip-maker.ts'
import { campaignGoalsMaker } from './community-chest/goal/campaign-goals-maker.ts'
import { campaignResultMaker } from './community-chest/result/campaign-result-maker.ts'
import { companyRequestLettersMaker } from './membership-dues/prospect/company-request-letters-maker.ts'
import { duesProgressListMaker } from './membership-dues/progress/dues-progress-list-maker.ts'
import { duesRequestLettersMaker } from './membership-dues/request/dues-request-letters-maker.ts'
import { duesYearMaker } from './membership-dues/year/dues-year-maker.ts'
import { grantDecisionLettersMaker } from './grant/committee/grant-decision-letters-maker.ts'
import { memberListMaker } from './membership-dues/member/member-list-maker.ts'
import { shareBackPaymentListMaker } from './membership-dues/share-back/share-back-payment-list-maker.ts'
import { shareBackStatementsMaker } from './membership-dues/share-back/share-back-statements-maker.ts'
import { transferSlipSheetMaker } from './membership-dues/request/transfer-slip-sheet-maker.ts'
import { duesReceiptsMaker } from './receipt/dues-receipts-maker.ts'

/** Every kind of papers with its maker: the term `document` runs them without knowing the terms they come from. */
export const paperMakers: PaperMakers = {
  dues_request_letters: duesRequestLettersMaker,
  company_request_letters: companyRequestLettersMaker,
  transfer_slip_sheet: transferSlipSheetMaker,
  dues_receipts: duesReceiptsMaker,
  member_list: memberListMaker,
  dues_progress_list: duesProgressListMaker,
  dues_year: duesYearMaker,
  share_back_statements: shareBackStatementsMaker,
  share_back_payment_list: shareBackPaymentListMaker,
  remittance_slip: remittanceSlipMaker,
  interim_receipts: interimReceiptsMaker,
  campaign_goals: campaignGoalsMaker,
  campaign_result: campaignResultMaker,
  grant_decision_letters: grantDecisionLettersMaker,
  branch_collection_sheets: branchCollectionSheetsMaker,
  cash_count_slip: cashCountSlipMaker,
  receipt_form_account: receiptFormAccountMaker,
  allocation_use_report: allocationUseReportMaker,
}
