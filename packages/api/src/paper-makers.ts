import { laterPaperMaker, type PaperMakers } from './document/paper-maker.ts'

/**
 * Every kind of papers with its maker, which is read when its papers are first wanted: the term `document` runs them
 * without knowing the terms they come from.
 */
export const paperMakers: PaperMakers = {
  dues_request_letters: laterPaperMaker('dues_request_letters', async () => (await import('./membership-dues/request/dues-request-letters-maker.ts')).duesRequestLettersMaker),
  company_request_letters: laterPaperMaker('company_request_letters', async () => (await import('./membership-dues/prospect/company-request-letters-maker.ts')).companyRequestLettersMaker),
  transfer_slip_sheet: laterPaperMaker('transfer_slip_sheet', async () => (await import('./membership-dues/request/transfer-slip-sheet-maker.ts')).transferSlipSheetMaker),
  dues_receipts: laterPaperMaker('dues_receipts', async () => (await import('./receipt/paper/receipt-sheets-maker.ts')).receiptSheetsMaker),
  annual_receipts: laterPaperMaker('annual_receipts', async () => (await import('./receipt/annual/annual-receipts-maker.ts')).annualReceiptsMaker),
  receipt_register: laterPaperMaker('receipt_register', async () => (await import('./receipt/register/receipt-register-maker.ts')).receiptRegisterMaker),
  member_list: laterPaperMaker('member_list', async () => (await import('./membership-dues/member/member-list-maker.ts')).memberListMaker),
  dues_progress_list: laterPaperMaker('dues_progress_list', async () => (await import('./membership-dues/progress/dues-progress-list-maker.ts')).duesProgressListMaker),
  dues_year: laterPaperMaker('dues_year', async () => (await import('./membership-dues/year/dues-year-maker.ts')).duesYearMaker),
  share_back_statements: laterPaperMaker('share_back_statements', async () => (await import('./membership-dues/share-back/share-back-statements-maker.ts')).shareBackStatementsMaker),
  share_back_payment_list: laterPaperMaker('share_back_payment_list', async () => (await import('./membership-dues/share-back/share-back-payment-list-maker.ts')).shareBackPaymentListMaker),
  remittance_slip: laterPaperMaker('remittance_slip', async () => (await import('./community-chest/remittance/remittance-slip-maker.ts')).remittanceSlipMaker),
  interim_receipts: laterPaperMaker('interim_receipts', async () => (await import('./community-chest/interim-receipt/interim-receipts-maker.ts')).interimReceiptsMaker),
  campaign_goals: laterPaperMaker('campaign_goals', async () => (await import('./community-chest/goal/campaign-goals-maker.ts')).campaignGoalsMaker),
  campaign_result: laterPaperMaker('campaign_result', async () => (await import('./community-chest/result/campaign-result-maker.ts')).campaignResultMaker),
  grant_decision_letters: laterPaperMaker('grant_decision_letters', async () => (await import('./grant/committee/grant-decision-letters-maker.ts')).grantDecisionLettersMaker),
  grant_review: laterPaperMaker('grant_review', async () => (await import('./grant/review/grant-review-maker.ts')).grantReviewMaker),
  branch_collection_sheets: laterPaperMaker('branch_collection_sheets', async () => (await import('./community-chest/branch/branch-collection-sheets-maker.ts')).branchCollectionSheetsMaker),
  cash_count_slip: laterPaperMaker('cash_count_slip', async () => (await import('./community-chest/point/cash-count-slip-maker.ts')).cashCountSlipMaker),
  receipt_form_account: laterPaperMaker('receipt_form_account', async () => (await import('./community-chest/receipt-form/receipt-form-account-maker.ts')).receiptFormAccountMaker),
  allocation_use_report: laterPaperMaker('allocation_use_report', async () => (await import('./community-chest/allocation/allocation-use-report-maker.ts')).allocationUseReportMaker),
  donation_application: laterPaperMaker('donation_application', async () => (await import('./donation/letter/donation-application-maker.ts')).donationApplicationMaker),
  thank_you_letters: laterPaperMaker('thank_you_letters', async () => (await import('./donation/letter/thank-you-letters-maker.ts')).thankYouLettersMaker),
  acknowledgment_list: laterPaperMaker('acknowledgment_list', async () => (await import('./donation/acknowledgment/acknowledgment-list-maker.ts')).acknowledgmentListMaker),
  goodwill_certificates: laterPaperMaker('goodwill_certificates', async () => (await import('./goodwill-bank/deposit/goodwill-certificates-maker.ts')).goodwillCertificatesMaker),
  goodwill_balances: laterPaperMaker('goodwill_balances', async () => (await import('./goodwill-bank/stock/goodwill-balances-maker.ts')).goodwillBalancesMaker),
  notice_letters: laterPaperMaker('notice_letters', async () => (await import('./letter/notice/notice-letters-maker.ts')).noticeLettersMaker),
  receipt_cover_letters: laterPaperMaker('receipt_cover_letters', async () => (await import('./receipt/cover/receipt-cover-letters-maker.ts')).receiptCoverLettersMaker),
  goodwill_year: laterPaperMaker('goodwill_year', async () => (await import('./goodwill-bank/year/goodwill-year-maker.ts')).goodwillYearMaker),
  address_labels: laterPaperMaker('address_labels', async () => {
    const [{ addressLabelsMakerOf }, { recipientSources }] = await Promise.all([import('./letter/address-label/address-labels-maker.ts'), import('./label-recipient-sources.ts')])
    return addressLabelsMakerOf(recipientSources)
  }),
  giving_posters: laterPaperMaker('giving_posters', async () => (await import('./online-giving/settings/giving-posters-maker.ts')).givingPostersMaker),
  board_pack: laterPaperMaker('board_pack', async () => (await import('./funding-indicator/board-pack/board-pack-maker.ts')).boardPackMaker),
  donation_year: laterPaperMaker('donation_year', async () => (await import('./funding-indicator/donation-year/donation-year-maker.ts')).donationYearMaker),
  statutory_schedules: laterPaperMaker('statutory_schedules', async () => (await import('./funding-indicator/statutory-paper/statutory-schedules-maker.ts')).statutorySchedulesMaker),
  label_test_sheet: laterPaperMaker('label_test_sheet', async () => (await import('./letter/label-sheet/label-test-sheet-maker.ts')).labelTestSheetMaker),
}
