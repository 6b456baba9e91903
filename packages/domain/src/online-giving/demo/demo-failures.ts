/** What can keep a deed at the demo gateway from being done. */
export const demoFailures = {
  demo_gateway_absent: () => 'このサーバーにデモの決済会社はありません。デモの社協で、決済の鍵がないときにだけ使えます。',
  demo_nothing_to_send: () => '入金できる残高がありません。寄附が支払われると、ここから入金できます。',
  demo_deed_too_late: () => 'すでに済んでいるか、いまの状態ではできません。画面を読み込み直してください。',
} as const
