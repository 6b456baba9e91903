/** What can keep an entry out of the books, each with the sentence that says what to do. */
export const ledgerFailures = {
  period_closed: (about?: string) =>
    `${about ?? 'その日'}の月は締め済みか、年度がまだ開かれていません。開いている月の日付にするか、管理者に締めの解除を相談してください。`,
  already_posted: () => 'この受付はすでに記帳されています。二重には記帳されません。',
  already_reversed: () => 'この仕訳はすでに取り消されています。画面を読み込み直してください。',
  reversal_not_reversible: () => '取消仕訳そのものは取り消せません。正しい内容を新しく記帳してください。',
  campaign_closed: () => 'この運動は締め済みです。記帳するには、先に運動の締めを解除してください。',
  books_mixed: () =>
    '社協の帳簿と支会の帳簿をまたぐ仕訳は記帳できません。同じ帳簿の科目を選んでください。',
  entry_receipted: () =>
    'この伝票には有効な領収書があります。直すには、先に領収書を無効にしてください。取り消すときは、伝票の画面の「領収書を無効にして取り消す」が使えます。',
  entry_follows_gateway: () =>
    'オンラインで受け取ったお金の仕訳は、手では取り消せず、金額と入金先の科目も変えられません。返すときは、オンライン寄附のその申込みの画面で「返金する」を使ってください。財源・使途・地域・支援者は訂正できます。',
  reversal_of_relief: () =>
    '見舞金の取消は、助成のページの「見舞金」から行ってください。個人が分かる言葉を残さないよう、理由は選択式です。',
  posting_list_too_long: (about?: string) =>
    `${about ?? ''}行より多いので、Excelには書き出せません。期間や条件で絞り込むか、CSVを選んでください。`,
  entry_not_found: () => '仕訳が見つかりません。一覧から選び直してください。',
  entry_not_correctable: () => 'この仕訳は訂正画面では直せません。取り消してから、正しい内容を記帳してください。',
  nothing_to_correct: () => '元の仕訳と同じ内容です。直すところを変えてから記帳してください。',
  cash_account_unusable: () => '入金先の科目が使えません。使用中の資産の科目を選んでください。',
  cash_account_of_branch: () =>
    '入金先には社協の帳簿の現金預金を選んでください。支会の帳簿の運動のお金は、選ばなくても支会の現金預金に入ります。',
  funding_source_unusable: () => '財源が選ばれていないか、使用終了になっています。使用中の財源を選んでください。',
  campaign_missing: () => '共同募金・歳末の受入れには運動を選んでください。',
  campaign_unusable: () => 'この運動は締め済みか、使えません。別の運動を選ぶか、運動の締めを解除してください。',
  campaign_of_other_money: () => '財源と運動が合っていません。財源に合う運動を選んでください。',
  collection_method_missing: () => '募金方法を選んでください（戸別・街頭・法人など）。',
  collection_method_unusable: () => 'この募金方法は使用終了になっています。別の方法を選んでください。',
  dues_kind_missing: () => '社協会費の受入れには会員種別を選んでください。',
  dues_kind_unusable: () => 'この会員種別は使用終了になっています。別の種別を選んでください。',
  dues_kind_of_other_money: () => '会員種別は社協会費だけのものです。会員種別を外すか、財源を社協会費にしてください。',
  fund_unusable: () => 'この使途は使用終了になっています。別の使途を選んでください。',
  goods_expense_unusable: () => '物品の使いみちの科目が使えません。使用中の支出の科目を選んでください。例：事業費支出',
  goods_source_unusable: () => '物品の財源には、使用中の寄附金の財源を選んでください。',
  fund_exceeded: (about?: string) =>
    `この使途・基金の残高を超えます。その日に使えるのは${about ?? '残高の額'}までです。金額か日付を確かめてください。`,
  fund_expense_unusable: () => '支出の科目が使えません。社協の帳簿の、使用中の支出の科目を選んでください。',
  fund_cash_unusable: () => '支払う口座が使えません。社協の帳簿の、使用中の現金・預金の科目を選んでください。',
  area_unusable: () => 'この地域は使用終了になっています。別の地域を選んでください。',
} as const

export type LedgerFailure = keyof typeof ledgerFailures
