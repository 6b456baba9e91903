/** What can keep a mail in the outbox from being changed. */
export const outboxFailures = {
  mail_not_found: () => 'メールが見つかりません。送信箱を読み込み直してください。',
  mail_being_sent: () => 'いま送信しているところです。少し待ってから、画面を読み込み直してください。',
  mail_already_sent: () => 'このメールはすでに送信されています。画面を読み込み直してください。',
  mail_cancelled: () => 'このメールは取りやめになっています。もう一度送るときは、もとの画面から送り直してください。',
  mail_not_failed: () => 'このメールは送信を待っています。そのままお待ちください。',
  mail_list_too_long: (about?: string) => `一覧が${about ?? ''}あるので書き出せません。状態や言葉で絞り込んでください。`,
} as const
