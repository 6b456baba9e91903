import { z } from 'zod'

/** What the sign-in service answered: its data, or a code and the sentence that says what to do. */
export type AuthAnswer<T> = { readonly ok: true; readonly data: T } | AuthRefusal

export interface AuthRefusal {
  readonly ok: false
  readonly code: string
  readonly message: string
}

const refusalSchema = z.object({ code: z.string().default('') })

/** Sends a request of the sign-in service (/auth) and reads its answer with `schema`. */
export async function askAuth<T>(path: string, schema: z.ZodType<T>, body?: unknown): Promise<AuthAnswer<T>> {
  try {
    const response = await fetch(`/auth${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, data: schema.parse(answer) }
    const refusal = refusalSchema.safeParse(answer)
    return authRefusal(response.status === 429 ? 'TOO_MANY_ATTEMPTS' : refusal.success ? refusal.data.code : '')
  } catch {
    return authRefusal('NOT_REACHED')
  }
}

/** The sentence for a refusal of the sign-in service. */
export function authRefusal(code: string): AuthRefusal {
  return { ok: false, code, message: sentences[code] ?? 'うまくいきませんでした。画面を読み込み直して、もう一度お試しください。' }
}

const startOver = 'もう一度、メールアドレスとパスワードの入力からやり直してください。'

const sentences: Readonly<Record<string, string>> = {
  NOT_REACHED: 'サーバーに接続できません。通信を確かめて、もう一度お試しください。',
  TOO_MANY_ATTEMPTS: '試した回数が多すぎます。15分ほど待ってから、もう一度お試しください。',
  INVALID_EMAIL_OR_PASSWORD: 'メールアドレスかパスワードが違います。大文字・小文字を確かめて、もう一度入力してください。',
  INVALID_EMAIL: 'メールアドレスの形で入力してください。例：tanaka@example.jp',
  INVALID_PASSWORD: '今のパスワードが違います。もう一度入力してください。',
  PASSWORD_TOO_SHORT: 'パスワードは12文字以上にしてください。',
  PASSWORD_TOO_LONG: 'パスワードは128文字以内にしてください。',
  USER_DISABLED: 'この利用者は利用停止になっています。管理者に相談してください。',
  INVALID_CODE: '確認コードが違います。アプリに今表示されている6桁の数字を入力してください。',
  INVALID_BACKUP_CODE: '回復コードが違うか、すでに使われています。別の回復コードを入力してください。',
  INVALID_TWO_FACTOR_COOKIE: `時間が経ちすぎました。${startOver}`,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: `間違いが続きました。${startOver}`,
  ACCOUNT_TEMPORARILY_LOCKED: '間違いが続いたため、しばらく受け付けません。15分ほど待ってから、もう一度お試しください。',
  TOTP_ALREADY_ENABLED: '二段階認証はすでに設定されています。画面を読み込み直してください。',
  SESSION_EXPIRED: 'サインインし直してから、もう一度行ってください。',
  SESSION_NOT_FRESH: 'サインインし直してから、もう一度行ってください。',
  UNAUTHORIZED: 'サインインし直してから、もう一度行ってください。',
  PASSKEY_NOT_FOUND: 'このパスキーは登録されていません。メールアドレスとパスワードでサインインしてください。',
  PASSKEY_REFUSED: 'パスキーを使えませんでした。取り消したか、時間切れです。もう一度お試しください。',
  PREVIOUSLY_REGISTERED: 'この端末のパスキーはすでに登録されています。',
  AUTHENTICATION_FAILED: 'パスキーを確かめられませんでした。メールアドレスとパスワードでサインインしてください。',
}
