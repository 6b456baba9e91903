/** What keeps attackers from trying cards here; a person meets it seldom, and is told what to do. */
export const abuseFailures = {
  proof_refused: () => '申し込みの確認が間に合いませんでした。もう一度ボタンを押してください（入力した内容はそのままです）。',
  too_many_attempts: (about?: string) =>
    `短い時間に手続きが続いたため、いまは受け付けられません。${about ?? 'しばらく'}待ってから、もう一度お試しください。お急ぎのときは社協へお電話ください。`,
} as const
