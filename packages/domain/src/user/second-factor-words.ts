/** What a person signs in with besides a password: `認証アプリ・パスキー2個`, or なし. */
export function secondFactorWords({ twoFactorEnabled, passkeys }: { readonly twoFactorEnabled: boolean; readonly passkeys: number }): string {
  const words = [...(twoFactorEnabled ? ['認証アプリ'] : []), ...(passkeys > 0 ? [`パスキー${passkeys}個`] : [])]
  return words.length === 0 ? 'なし' : words.join('・')
}
