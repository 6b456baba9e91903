import { auditDeeds } from './audit-deeds.ts'

/**
 * The audit log in a clerk's words. Actions are written `<thing>.<deed>`, so a name is put together from two lists;
 * a test finds every action that the API writes and expects both halves here.
 */
const things: Readonly<Record<string, string>> = {
  address_label: '宛名',
  allocation: '配分金',
  allocation_use: '配分金の使途',
  area: '地域',
  area_type: '地域の種類',
  audit_log: '監査ログ',
  branch_officer: '校区分会の役員',
  campaign: '運動',
  campaign_material: '募金の資材',
  campaign_publication: '募金結果の公表',
  cash_count: '金種計数',
  collection_method: '募金方法',
  collection_point: '募金の場所・機会',
  community_chest_rules: '共同募金の決まり',
  council: '社協の情報',
  demo_gateway: 'デモの決済会社',
  district_plan: '校区福祉活動計画',
  document_run: '帳票',
  donation: '寄附',
  donation_channel: '寄附のきっかけ',
  donation_list: '寄附の一覧',
  donation_threshold: '寄附の基準',
  dues_check: '確認が要る納入',
  dues_expectation: 'お願いの納入先',
  dues_kind: '会員種別',
  dues_list: '会費の一覧',
  dues_material: '資材',
  dues_request: '納入のお願い',
  dues_rules: '還元金の決まり',
  dues_terms: '会費の年度の条件',
  external_application: '外部資金の申込',
  external_call: '外部資金の募集',
  external_fund_settings: '外部資金の設定',
  fiscal_period: '会計月',
  fiscal_year: '年度',
  fund: '使途・基金',
  fund_report_photo: '使途・基金の報告の写真',
  fund_report: '使途・基金の報告',
  funding_source: '財源',
  funding_target: '目標額',
  gateway_event: '決済会社からの通知',
  gift_schedule_note: '寄附の明細書の記録',
  giving_link: '短いリンク',
  funding_indicator: '指標',
  giving_list: 'オンライン寄附の一覧',
  giving_settings: 'オンライン寄附の受付の設定',
  giving_target: '受付項目',
  goods_item: '善意銀行の品目',
  goodwill_act: '善意銀行の記録',
  goodwill_deposit: '善意銀行の預託',
  goodwill_list: '善意銀行の一覧',
  goodwill_purpose: '預託の目的',
  goodwill_stocktaking: '善意銀行の棚卸',
  goodwill_withdrawal: '善意銀行の払出',
  goodwill_write_off: '善意銀行の廃棄',
  grant_application: '助成の申請',
  grant_call: '助成',
  grant_committee: '配分委員会',
  grant_kind: '助成の種類',
  grant_list: '助成の一覧',
  grant_report: '使途の報告',
  income_line: '収入の区分',
  income_total: '収入の年額',
  intake: '受付',
  intake_batch: '受付',
  interim_receipt: '預り証',
  journal_entry: '仕訳',
  label_sheet: 'ラベル用紙',
  journal_export: '会計ソフトへの書き出し',
  journal_profile: '列の割り当て',
  ledger: '仕訳',
  ledger_account: '勘定科目',
  letter_template: '文書のひな形',
  membership: '会員',
  membership_prospect: '入会の見込み',
  online_dispute: '異議申立て',
  online_gift: 'オンライン寄附',
  online_refund: 'オンライン寄附の返金',
  outgoing_mail: '送信メール',
  outreach_event: '説明会の記録',
  payment_account: '支払いの受け口',
  partner: '地域貢献の相手',
  payout: 'オンライン決済の入金',
  period: '会計月',
  plan: '計画',
  plan_review: '計画の点検・評価',
  pledge: '寄附の予約',
  receipt: '領収書',
  receipt_deed: '領収書の受渡し',
  receipt_form: '領収書用紙',
  receipt_form_block: '領収書用紙の冊',
  receipt_list: '領収書の一覧',
  receipt_register: '領収書の番号簿',
  receipt_run: '年間証明の発行',
  receipt_seal: '領収書の印影',
  receipt_series: '領収書の系列',
  receipt_spoil: '領収書の書損番号',
  recurring_gift: '毎月の寄附',
  remittance: '送金',
  revenue_stream: '協賛・収益',
  relief_class: '見舞金の対象区分',
  relief_payment: '見舞金',
  saved_report: '保存した報告書',
  sent_letter: '文書の発送',
  share_back_rate: '地域別の還元率',
  share_back_run: '還元金',
  subsidy_schedule_note: '補助金の明細書の記録',
  supporter: '支援者',
  supporter_address: '支援者の住所',
  supporter_attachment: '支援者の添付ファイル',
  supporter_contact: '接触の記録',
  thank_you_letter: '礼状',
  supporter_contact_point: '支援者のそのほかの連絡先',
  supporter_import: '名簿の取込み',
  supporter_relation: '支援者どうしの関係',
  user: '利用者',
  user_list: '利用者の一覧',
  year_figure: '基礎数値',
}

/** A month and a drive are not put out of use but closed. */
const deedsOfClosing: Readonly<Record<string, string>> = { close: '締め', reopen: '締めの解除' }
const closedThings = new Set(['fiscal_period', 'campaign'])

/** What somebody did, in words; an action of a later release is shown as it was written. */
export function auditActionName(action: string): string {
  const [thing = '', deed = ''] = action.split('.')
  const own = closedThings.has(thing) ? deedsOfClosing[deed] : undefined
  const [thingName, deedName] = [things[thing], own ?? auditDeeds[deed]]
  if (thingName === undefined || deedName === undefined) return action
  return thing === 'user' ? deedName : `${thingName}の${deedName}`
}

/** What kind of thing something was done to. */
export function auditThingName(subjectKind: string): string {
  return things[subjectKind] ?? subjectKind
}

/** The kinds of things there are, for a filter. */
export const auditThings: readonly (readonly [kind: string, name: string])[] = Object.entries(things)
