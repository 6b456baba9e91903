/** 送信メールの状態. */
export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const
export type MailState = (typeof mailStates)[number]

export const mailStateNames: Record<MailState, string> = {
  waiting: '送信待ち',
  sending: '送信中',
  sent: '送信済み',
  failed: '送れませんでした',
  cancelled: '取りやめ',
}

/** How an attempt to send ended; null while it is under way, or where it was cut off. */
export type MailAttemptOutcome = 'accepted' | 'deferred' | 'refused'

export const mailAttemptNames: Record<MailAttemptOutcome, string> = {
  accepted: '受け付けられました',
  deferred: '送れず、あとでもう一度',
  refused: '断られました',
}
