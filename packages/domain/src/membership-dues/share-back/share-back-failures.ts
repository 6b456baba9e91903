/** What can keep share-back from being calculated or paid. */
export const shareBackFailures = {
  share_back_rules_incomplete: () =>
    '還元金の決まり（渡す先・支出の科目・支払う口座）がそろっていません。「会員種別と条件」で決めてから、もう一度計算してください。',
  share_back_paid_above: () =>
    'この年度の還元金は、いまの「渡す先」より上の地域にすでに支払われています。二重に支払わないよう、渡す先を元に戻すか、前の支払を取り消してから計算してください。',
  share_back_nothing_shared: () =>
    '還元の対象になる納入がありません。会員種別の還元率と、基準日までの納入を確かめてください。',
  share_back_run_gone: () => '還元金の計算が見つかりません。還元金の一覧から選び直してください。',
  share_back_run_paid: () => 'この還元金はすでに支払済みです。画面を読み込み直してください。',
  share_back_recalculated: () =>
    'この画面を開いたあとに、ほかの人が還元金を計算し直しました。いまの金額を確かめてから、もう一度行ってください。',
  share_back_outdated: () => '計算のあとに納入・還元率・決まりが変わりました。計算し直して、金額を確かめてから支払ってください。',
  share_back_nothing_to_pay: () => '今回支払う還元金がありません。新しい納入があったら、計算し直してください。',
} as const
