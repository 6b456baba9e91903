import type { Permission } from '../user/permission.ts'

/** 帳票の種類: which papers there are. (`dues_receipts` is receipts of every kind: those of dues were the first.) */
export const documentKinds = [
  'dues_request_letters',
  'company_request_letters',
  'transfer_slip_sheet',
  'dues_receipts',
  'annual_receipts',
  'receipt_register',
  'member_list',
  'dues_progress_list',
  'dues_year',
  'share_back_statements',
  'share_back_payment_list',
  'remittance_slip',
  'interim_receipts',
  'campaign_goals',
  'campaign_result',
  'grant_decision_letters',
  'grant_review',
  'branch_collection_sheets',
  'cash_count_slip',
  'receipt_form_account',
  'allocation_use_report',
  'donation_application',
  'thank_you_letters',
  'acknowledgment_list',
  'goodwill_certificates',
  'goodwill_balances',
  'goodwill_year',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const documentKindNames: Record<DocumentKind, string> = {
  dues_request_letters: '納入のお願い・納入書',
  company_request_letters: '会員へのお願い（窓あき封筒用）',
  transfer_slip_sheet: '払込取扱票の印字データ',
  dues_receipts: '領収書',
  annual_receipts: '年間証明',
  receipt_register: '領収書の番号簿',
  member_list: '会員名簿',
  dues_progress_list: '納入状況一覧',
  share_back_statements: '還元金計算書',
  share_back_payment_list: '還元金支払一覧表',
  dues_year: '社協会費のまとめ',
  remittance_slip: '送金書',
  interim_receipts: '預り証',
  campaign_goals: '目標額一覧',
  campaign_result: '募金実績',
  grant_decision_letters: '助成の決定通知',
  grant_review: '助成の見直し',
  branch_collection_sheets: '取りまとめ書',
  cash_count_slip: '計数票',
  receipt_form_account: '領収書用紙の受払簿',
  allocation_use_report: '配分金の使途報告',
  donation_application: '寄附申込書',
  thank_you_letters: '寄附の礼状',
  acknowledgment_list: '芳名録',
  goodwill_certificates: '預託書',
  goodwill_balances: '善意銀行の残高表',
  goodwill_year: '善意銀行の年間報告',
}

const notOfDues: Partial<Record<DocumentKind, Permission>> = {
  dues_receipts: 'receipt.read',
  // Having them made issues them.
  annual_receipts: 'receipt.issue',
  receipt_register: 'receipt.read',
  remittance_slip: 'chest.read',
  interim_receipts: 'receipt.read',
  campaign_goals: 'chest.read',
  campaign_result: 'chest.read',
  grant_decision_letters: 'grant.read',
  grant_review: 'grant.read',
  branch_collection_sheets: 'chest.read',
  cash_count_slip: 'chest.read',
  receipt_form_account: 'receipt.read',
  allocation_use_report: 'chest.read',
  donation_application: 'donation.read',
  thank_you_letters: 'donation.read',
  acknowledgment_list: 'donation.read',
  goodwill_certificates: 'goodwill.read',
  goodwill_balances: 'goodwill.read',
  goodwill_year: 'goodwill.read',
}

/** What one must be allowed to do to have such papers made and to open them: receipts name who paid what. */
export function permissionToRead(kind: DocumentKind): Permission {
  return notOfDues[kind] ?? 'dues.read'
}
