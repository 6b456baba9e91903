/**
 * The audit log in a clerk's words. Actions are written `<thing>.<deed>`, so a name is put together from two lists;
 * a test finds every action that the API writes and expects both halves here.
 */
const things: Readonly<Record<string, string>> = {
  allocation: '配分金',
  allocation_use: '配分金の使途',
  area: '地域',
  area_type: '地域の種類',
  branch_officer: '校区分会の役員',
  campaign: '運動',
  campaign_material: '募金の資材',
  campaign_publication: '募金結果の公表',
  cash_count: '金種計数',
  collection_method: '募金方法',
  collection_point: '募金の場所・機会',
  community_chest_rules: '共同募金の決まり',
  council: '社協の情報',
  document_run: '帳票',
  dues_check: '確認が要る納入',
  dues_expectation: 'お願いの納入先',
  dues_kind: '会員種別',
  dues_list: '会費の一覧',
  dues_material: '資材',
  dues_request: '納入のお願い',
  dues_rules: '還元金の決まり',
  dues_terms: '会費の年度の条件',
  fiscal_period: '会計月',
  fiscal_year: '年度',
  fund: '使途・基金',
  funding_source: '財源',
  funding_target: '目標額',
  grant_application: '助成の申請',
  grant_call: '助成',
  grant_committee: '配分委員会',
  grant_kind: '助成の種類',
  grant_list: '助成の一覧',
  grant_report: '使途の報告',
  intake: '受付',
  intake_batch: '受付',
  interim_receipt: '預り証',
  journal_entry: '仕訳',
  ledger: '仕訳',
  ledger_account: '勘定科目',
  membership: '会員',
  membership_prospect: '入会の見込み',
  outreach_event: '説明会の記録',
  period: '会計月',
  receipt: '領収書',
  remittance: '送金',
  relief_class: '見舞金の対象区分',
  relief_payment: '見舞金',
  share_back_rate: '地域別の還元率',
  share_back_run: '還元金',
  supporter: '支援者',
  supporter_contact: '接触の記録',
  user: '利用者',
}

const deeds: Readonly<Record<string, string>> = {
  add: '追加',
  add_late: '納入先の追加',
  add_passkey: 'パスキーの登録',
  adjust: '目安額の変更',
  approve: '承認',
  begin_second_factor: '二段階認証の設定開始',
  calculate: '計算',
  cancel: '取りやめ',
  change_email: 'メールアドレスの変更',
  change_password: 'パスワードの変更',
  change_role: '役割の変更',
  change_route: '経路の変更',
  change_units: '口数の変更',
  close: '使用終了',
  continue: '引継ぎ',
  copy: '引継ぎ',
  correct: '訂正',
  create: '追加',
  decide: '決定',
  decline: '見送り',
  delete: '削除',
  disable: '利用停止',
  disable_second_factor: '二段階認証の解除（本人）',
  discard: '破棄',
  drop_adjustment: '手直しの取消し',
  enable: '利用再開',
  enable_second_factor: '二段階認証の設定',
  export: '書出し',
  fix: '確定',
  hand_out: '一括の引渡し',
  import: '取込み',
  issue: '発行',
  join: '入会',
  lay_ground_data: '初期設定',
  leave: '退会',
  mark: '確認済みの記入',
  move: '移動',
  open: '開始',
  order: '作成の依頼',
  pay: '支払',
  post: '記帳',
  prepare: '準備',
  publish: '公表',
  receive: '受入れ',
  record: '記録',
  reissue: '再発行',
  remove_passkey: 'パスキーの削除',
  renew_recovery_codes: '回復コードの再発行',
  reopen: '使用再開',
  reset_password: 'パスワードの再設定',
  reset_second_factor: '二段階認証の解除（管理者）',
  restore: '破棄の取消し',
  return: '差戻し',
  reverse: '取消',
  save: '保存',
  save_goals: '目標額の保存',
  save_households: '世帯数の保存',
  sign_in: 'サインイン',
  sign_in_refused: 'サインインの拒否',
  sign_out: 'サインアウト',
  sign_out_elsewhere: 'ほかの端末のサインアウト',
  submit: '提出',
  take_back: '取下げ',
  undo_join: '登録の取消し',
  undo_leave: '退会の取消し',
  undo_withdraw: '取下げの取消し',
  unfix: '確定の取消し',
  unmark: '確認済みの取消し',
  update: '変更',
  void: '無効',
  withdraw: '取下げ',
}

/** A month and a drive are not put out of use but closed. */
const deedsOfClosing: Readonly<Record<string, string>> = { close: '締め', reopen: '締めの解除' }
const closedThings = new Set(['fiscal_period', 'campaign'])

/** What somebody did, in words; an action of a later release is shown as it was written. */
export function auditActionName(action: string): string {
  const [thing = '', deed = ''] = action.split('.')
  const own = closedThings.has(thing) ? deedsOfClosing[deed] : undefined
  const [thingName, deedName] = [things[thing], own ?? deeds[deed]]
  if (thingName === undefined || deedName === undefined) return action
  return thing === 'user' ? deedName : `${thingName}の${deedName}`
}

/** What kind of thing something was done to. */
export function auditThingName(subjectKind: string): string {
  return things[subjectKind] ?? subjectKind
}

/** The kinds of things there are, for a filter. */
export const auditThings: readonly (readonly [kind: string, name: string])[] = Object.entries(things)
