/** What can keep a person from being added or changed, each with the sentence that says what to do. */
export const userFailures = {
  email_taken: (about?: string) =>
    `${about ?? 'このメールアドレス'}はほかの利用者が使っています。別のメールアドレスを入力してください。`,
  user_not_found: () => '利用者が見つかりません。一覧を読み込み直してください。',
  last_administrator: () => '管理者が一人もいなくなります。先に、ほかの利用者を管理者にしてください。',
  own_account: () => '自分自身には行えません。ほかの管理者に頼んでください。',
  already_set_up: () => '初期設定はすでに済んでいます。サインインの画面に進んでください。',
  audit_log_too_long: (about?: string) => `記録が${about ?? ''}件より多くあります。期間や対象で絞り込むか、「CSV（UTF-8）」を選んでください。CSV（UTF-8）には何件でも書き出せます。`,
} as const

export type UserFailure = keyof typeof userFailures
