/** Who did it; nobody has signed in before a sign-in. */
export function auditActorText(name: string | null): string {
  return name ?? '（サインイン前）'
}

/** The reason of an event, a refusal of the sign-in service in words. */
export function auditReasonText(reason: string): string {
  return refusalWords[reason] ?? reason
}

/** Why sign-ins are refused, as the sign-in service writes it. */
const refusalWords: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'メールアドレスかパスワードの誤り',
  USER_DISABLED: '利用停止中',
  TOO_MANY_ATTEMPTS: '回数の超過',
  INVALID_CODE: '確認コードの誤り',
  INVALID_BACKUP_CODE: '回復コードの誤り',
  ACCOUNT_TEMPORARILY_LOCKED: '間違いが続いたための一時停止',
}
