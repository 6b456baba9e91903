import { z } from 'zod'

/** Why a call brought no answer that can be used. */
export interface GatewayFailure {
  /** Asking again with the same key is useless. */
  readonly isFinal: boolean
  /** Asking again at once may help, and can do no harm. */
  readonly isPassing: boolean
  /** In Japanese. */
  readonly message: string
}

/** What the gateway answered does not have what an answer has: a proxy may stand between, or a page of maintenance. */
export class UnreadableAnswerError extends Error {
  override readonly name = 'UnreadableAnswerError'
}

/** Errors are told by what they say of themselves: their classes would have the SDK loaded to look at them. */
const saidSchema = z.object({
  type: z.string().optional(),
  code: z.string().nullish(),
  statusCode: z.number().nullish(),
  message: z.string(),
})

/** What an error of a call means. @throws the error itself when it is not the gateway's or the network's. */
export function gatewayFailureOf(error: unknown): GatewayFailure {
  if (error instanceof UnreadableAnswerError) {
    return { isFinal: false, isPassing: false, message: '決済会社の答えを読めませんでした。しばらくして、もう一度たずねます。' }
  }
  const said = saidSchema.safeParse(error)
  if (!said.success || said.data.type === undefined || !said.data.type.startsWith('Stripe')) throw error
  const { type, code, statusCode: status, message } = said.data
  if (type === 'StripeConnectionError' || status == null) return passing('決済会社から答えがありません。しばらくして、もう一度たずねます。')
  return refusalByCode(code) ?? failureByStatus(status, { code, message })
}

function failureByStatus(
  status: number, { code, message }: { code: string | null | undefined; message: string },
): GatewayFailure {
  if (status === 429) return passing('決済会社が混み合っています。しばらくして、もう一度たずねます。')
  if (status === 409) return passing('同じ手続きが決済会社で進んでいます。しばらくして、もう一度たずねます。')
  // A key that is wrong or may do too little can be put right; then the same order goes through.
  if (status === 401) return waiting('決済会社の鍵が正しくありません。STRIPE_SECRET_KEY を確かめてください。')
  if (status === 403) return waiting('決済会社の鍵に、この手続きの権限がありません。')
  // The gateway keeps a 500 under its key and says it again; what has become of the order it tells by an event.
  if (status >= 500) return { ...waiting('決済会社で障害が起きています。しばらくして、もう一度たずねます。'), isPassing: status !== 500 }
  return final(`決済会社に断られました（${code ?? status}：${message}）`)
}

/** What has words of its own, because somebody in the office has to understand it. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['amount_too_small', '金額が、決済会社の受け付ける下限を下回っています。'],
  ['amount_too_large', '金額が、決済会社の受け付ける上限を超えています。'],
  ['charge_already_refunded', 'この決済は、すでに全額が返金されています。'],
  ['charge_disputed', '異議申立てがあった決済は、返金できません。'],
  ['balance_insufficient', '決済会社の残高が足りません。次の寄附が入ってから、もう一度お試しください。'],
  ['resource_missing', '決済会社に、そのものが見つかりません。'],
  ['email_invalid', 'メールアドレスが、決済会社に受け付けられませんでした。'],
])

function refusalByCode(code: string | null | undefined): GatewayFailure | null {
  const message = refusals.get(code ?? '')
  return message === undefined ? null : final(message)
}

function passing(message: string): GatewayFailure {
  return { isFinal: false, isPassing: true, message }
}

function waiting(message: string): GatewayFailure {
  return { isFinal: false, isPassing: false, message }
}

function final(message: string): GatewayFailure {
  return { isFinal: true, isPassing: false, message }
}
