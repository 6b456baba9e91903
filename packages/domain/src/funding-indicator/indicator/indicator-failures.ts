/** What can keep an indicator from being saved, each with the sentence that says what to do. */
export const indicatorFailures = {
  indicator_said_meanwhile: () => 'ほかの人がこの年度の目標・実績・評価を保存しました。読み込み直してから、もう一度入力してください。',
  indicator_nothing_said: () => '変わったところがありません。',
  indicator_not_entered: () => 'この指標は計算で求めるので、実績は入力できません。',
  indicator_not_computed: () => 'この指標は入力で求めるので、計算のしかたは選べません。',
  indicator_needs_computation: () => '計算のしかたを選んでください。',
  indicator_version_meanwhile: () => 'ほかの人がこの指標の新しい版をつくりました。読み込み直してから、もう一度入力してください。',
} as const
