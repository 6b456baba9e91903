import type { CarriedMail } from '@sasaeai/api/letter/outbox/mail-carrier'

interface SmtpError {
  readonly code?: unknown
  readonly responseCode?: unknown
  readonly response?: unknown
}

/**
 * What went wrong on the way, in words for staff, and whether it is worth another try: what a server refuses for good (5xx)
 * is given up, everything else is tried again.
 */
export function mailTrouble(error: unknown): CarriedMail {
  const { code, responseCode, response }: SmtpError = typeof error === 'object' && error !== null ? error : {}
  const answer = typeof response === 'string' ? `（${response.replace(/\s+/g, ' ').slice(0, 200)}）` : ''
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') {
    return { outcome: 'deferred', isServerDown: true, words: `メールサーバーにサインインできませんでした。管理者は SMTP_URL の利用者名とパスワードを確かめてください。${answer}` }
  }
  if (code === 'ETLS' || code === 'EREQUIRETLS') {
    return { outcome: 'deferred', isServerDown: true, words: `メールサーバーと暗号化した通信ができませんでした。管理者は SMTP_URL を確かめてください。${answer}` }
  }
  if (typeof responseCode !== 'number') return { outcome: 'deferred', isServerDown: true, words: `メールサーバーにつながりませんでした。${typeof code === 'string' ? `（${code}）` : ''}` }
  if (responseCode === 421) return { outcome: 'deferred', isServerDown: true, words: `メールサーバーが混み合っています。${answer}` }
  if (responseCode < 500) return { outcome: 'deferred', words: `メールサーバーがいまは受け付けませんでした。${answer}` }
  const whom = code === 'EENVELOPE' ? '宛先を受け付けませんでした。メールアドレスを確かめてください。' : 'メールを受け付けませんでした。'
  return { outcome: 'refused', words: `メールサーバーが${whom}${answer}` }
}
