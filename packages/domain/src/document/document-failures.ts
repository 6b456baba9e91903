/** What can keep papers from being ordered or called off. */
export const documentFailures = {
  document_subject_gone: () => '帳票のもとになる記録が見つかりません。画面を読み込み直してください。',
  document_not_ready: (about?: string) => about ?? 'まだ帳票を作れません。もとになる記録を確定してください。',
  document_not_allowed: () => 'この帳票を扱う権限がありません。管理者に相談してください。',
  document_run_not_found: () => '帳票の作成が見つかりません。画面を読み込み直してください。',
  document_run_finished: () => 'この帳票はもうできあがっているか、取りやめになっています。',
} as const
