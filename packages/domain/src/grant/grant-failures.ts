/** What can keep a grant from being called for, decided, paid or reported. */
export const grantFailures = {
  grants_nothing_to_copy: (about?: string) => `${about ?? '前年度'}には助成がありません。「助成を追加する」で作ってください。`,
  grant_campaign_unusable: () =>
    'この運動からは直接支払えません。送金の方法が「直接支払った分を除いて送金する」で、締めていない運動を選んでください。',
  grant_expense_unusable: () => '支出の科目が使えません。使用中の支出の科目を選んでください。',
  grant_cash_unusable: () =>
    '支払う口座が使えません。使用中の現金・預金の科目で、運動の預り金と同じ帳簿のものを選んでください。',
  grant_call_paid: () => 'この助成からはすでに支払っています。年度、支払元、運動、支出の科目は変えられません。',
  grant_call_of_year: () => '配分委員会は、助成と同じ年度のものを選んでください。',
  grant_application_withdrawn: (about?: string) => `申請${about ?? ''}は取り下げられています。取下げを取り消してから、もう一度行ってください。`,
  grant_application_paid: () => '支払済みの申請は取り下げられません。先に支払の伝票を取り消してください。',
  grant_decided: () => '決定がある申請は取り下げられません。先に決定を空欄に戻してください。',
  grant_below_paid: (about?: string) =>
    `申請${about ?? ''}には、それより多い額がすでに支払われています。決定額を支払済みの額以上にするか、支払の伝票を取り消してください。`,
  grant_not_awarded: (about?: string) => `申請${about ?? ''}には採択の決定がありません。決定を記録してから支払ってください。`,
  grant_overpaid: (about?: string) => `申請${about ?? ''}の支払が決定額を超えます。画面を読み込み直して、残りの額を確かめてください。`,
  grant_exceeds_held: (about?: string) =>
    `その日に預かっている額を超えています。支払えるのは${about ?? '預り残高'}までです。金額か支払日を直してください。`,
  grant_not_paid: () => 'まだ支払っていない助成の報告は記録できません。先に支払を記帳してください。',
  relief_area_too_fine: () => '見舞金の地域は校区までにしてください。だれに渡したかが分からないようにするためです。',
  relief_class_closed: () => 'この対象区分は使用終了になっています。別の区分を選んでください。',
} as const
