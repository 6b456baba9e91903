/**
 * The audit log in a clerk's words. Actions are written `<thing>.<deed>`, so a name is put together from two lists;
 * a test finds every action that the API writes and expects both halves here.
 */
const things: Readonly<Record<string, string>> = {
  area: '地域',
  area_type: '地域の種類',
  campaign: '運動',
  collection_method: '募金方法',
  council: '社協の情報',
  dues_kind: '会員種別',
  dues_rules: '還元金の決まり',
  dues_terms: '会費の年度の条件',
  fiscal_period: '会計月',
  fiscal_year: '年度',
  fund: '使途・基金',
  funding_source: '財源',
  funding_target: '目標額',
  intake: '受付',
  intake_batch: '受付',
  journal_entry: '仕訳',
  ledger: '仕訳',
  ledger_account: '勘定科目',
  membership: '会員',
  membership_prospect: '入会の見込み',
  period: '会計月',
  share_back_rate: '地域別の還元率',
  supporter: '支援者',
  supporter_contact: '接触の記録',
  user: '利用者',
}

const deeds: Readonly<Record<string, string>> = {
<<<<<<< HEAD
=======
>>>>>>> dues
  add: '追加',
  add_passkey: 'パスキーの登録',
  approve: '承認',
  begin_second_factor: '二段階認証の設定開始',
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
  decline: '見送り',
  delete: '削除',
  disable: '利用停止',
  disable_second_factor: '二段階認証の解除（本人）',
  discard: '破棄',
  enable: '利用再開',
  enable_second_factor: '二段階認証の設定',
  export: '書出し',
  import: '取込み',
  join: '入会',
  lay_ground_data: '初期設定',
  leave: '退会',
  move: '移動',
  open: '開始',
  post: '記帳',
  record: '記録',
  remove_passkey: 'パスキーの削除',
  renew_recovery_codes: '回復コードの再発行',
  reopen: '使用再開',
  reset_password: 'パスワードの再設定',
  reset_second_factor: '二段階認証の解除（管理者）',
  restore: '破棄の取消し',
  return: '差戻し',
  reverse: '取消',
  save: '保存',
  save_households: '世帯数の保存',
  sign_in: 'サインイン',
  sign_in_refused: 'サインインの拒否',
  sign_out: 'サインアウト',
  sign_out_elsewhere: 'ほかの端末のサインアウト',
  submit: '提出',
  take_back: '取下げ',
  undo_leave: '退会の取消し',
  update: '変更',
}

/** A month is not put out of use but closed. */
const deedsToPeriods: Readonly<Record<string, string>> = { close: '締め', reopen: '締めの解除' }

/** The field names that audit events carry, as the screens call them. */
const fields: Readonly<Record<string, string>> = {
<<<<<<< HEAD
<<<<<<< HEAD
<<<<<<< HEAD
<<<<<<< HEAD
<<<<<<< HEAD
=======
=======
=======
=======
=======
>>>>>>> dues
>>>>>>> dues
>>>>>>> dues
>>>>>>> dues
>>>>>>> dues
  accountId: '科目',
  added: '追加した件数',
  address: '住所',
  amountYen: '金額',
  areaId: '地域',
  areaTypeId: '種類',
  asOf: '基準日',
  basis: '根拠',
  basisPoints: '還元率',
  batchId: '受付',
  benefits: '会員の特典',
  campaignId: '運動',
  category: '区分',
  changed: '変更した件数',
  channel: '方法',
  closedOn: '使用終了日',
  closesOn: '終了日',
  code: 'コード',
  codes: 'コード',
  contactedOn: '接触した日',
  count: '件数',
  countMeaning: '件数の単位',
  counterpart: '相手',
  custodyAccountId: '預り金の科目',
  date: '日付',
  defaultCashAccountId: '通常の入金先',
  description: '摘要',
  drive: '種類',
  duesKindId: '会員種別',
  effectiveOn: '適用日',
  email: 'メールアドレス',
  encoding: '文字コード',
  entryDate: '日付',
  entryNumber: '伝票番号',
  firstDay: '月',
  firstMonth: '納入月の始め',
  fiscalYear: '年度',
  from: 'いつから',
  fromYear: '引継ぎ元の年度',
  fundId: '使途・基金',
  fundingSourceId: '財源',
  holding: 'だれのお金か',
  hopedUnits: '見込みの口数',
  households: '世帯数',
  intakeNumber: '受付番号',
  isDeductible: '税の控除の対象',
  isHeading: '見出し',
  joinedOn: '入会日',
  kana: 'フリガナ',
  kind: '種類',
  lastMonth: '納入月の終わり',
  leavingReason: '退会の理由',
  leftOn: '退会日',
  maxYen: '金額（以下）',
  methodId: '募金方法',
  minYen: '金額（以上）',
  name: '名称・氏名',
  nameKana: 'フリガナ',
  names: '名称',
  nationalCategory: '全国集計の区分',
  nextAction: '次にすること',
  nextActionOn: '予定日',
  note: '備考',
  number: '番号',
  opensOn: '開始日',
  parentId: '上位',
  passkeys: 'パスキーの数',
  payer: '納める人',
  phone: '電話番号',
  postalCode: '郵便番号',
  proof: '確認の方法',
  purpose: '使いみち',
  rates: '地域別の還元率の数',
  reason: '理由',
  representative: '代表者',
  requiresIntakeApproval: '受付の承認',
  responsibleId: '担当者',
  role: '役割',
  route: '経路',
  rows: '書き出した件数',
  serviceCode: 'サービス区分コード',
  shareBackAreaTypeId: '還元金を渡す地域の種類',
  shareBackBasisPoints: '還元率',
  shareBackCashAccountId: '還元金を支払う口座',
  shareBackExpenseAccountId: '還元金の支出の科目',
  shareBackStepYen: '還元金の端数の単位',
  siteCode: '拠点区分コード',
  stage: '段階',
  status: '状態',
  summary: '内容',
  supporterId: '支援者',
  supporterId: '支援者',
  supporters: '新しい支援者の件数',
  targetYen: '目標額',
  terms: '条件の数',
  text: 'さがす言葉',
  to: 'いつまで',
  totalYen: '合計',
  twoFactorEnabled: '二段階認証',
  unitYen: '目安額',
  units: '口数',
  updatedBy: '入力者',
  year: '年度',
}

/** What somebody did, in words; an action of a later release is shown as it was written. */
export function auditActionName(action: string): string {
  const [thing = '', deed = ''] = action.split('.')
  const own = thing === 'fiscal_period' ? deedsToPeriods[deed] : undefined
  const [thingName, deedName] = [things[thing], own ?? deeds[deed]]
  if (thingName === undefined || deedName === undefined) return action
  return thing === 'user' ? deedName : `${thingName}の${deedName}`
}

/** What kind of thing something was done to. */
export function auditThingName(subjectKind: string): string {
  return things[subjectKind] ?? subjectKind
}

/** What a field of an event's before and after is called. */
export function auditFieldName(field: string): string {
  return fields[field] ?? field
}

/** The kinds of things there are, for a filter. */
export const auditThings: readonly (readonly [kind: string, name: string])[] = Object.entries(things)
