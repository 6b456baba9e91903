import { modeOfKey } from '@sasaeai/stripe-gateway/stripe-gateway'
import { StartUpRefusal } from '../start-up-refusal.ts'

/** The keys of one 支払いの受け口 at the gateway. */
export interface PaymentKeys {
  readonly secretKey: string
  readonly webhookSecret: string
  readonly mode: 'live' | 'test'
  /** The variable that the key stands in, for sentences about it. */
  readonly variable: string
}

const keyName = /^STRIPE_SECRET_KEY(?:_([A-Z][A-Z0-9_]{0,30}))?$/
const webhookName = /^STRIPE_WEBHOOK_SECRET(_[A-Z][A-Z0-9_]{0,30})?$/

/**
 * The keys in the environment, by the code of their payee: those without a name behind them are the council's own.
 * @throws StartUpRefusal naming the variable that is wrong; never its value.
 */
export function readPaymentKeys(variables: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, PaymentKeys> {
  const keys = new Map<string, PaymentKeys>()
  for (const [variable, secretKey = ''] of Object.entries(variables)) {
    const name = keyName.exec(variable)
    if (name === null || secretKey.trim() === '') continue
    const mode = modeOfKey(secretKey.trim())
    if (mode !== 'live' && mode !== 'test') throw badKey(variable)
    const webhookVariable = variable.replace('SECRET_KEY', 'WEBHOOK_SECRET')
    const webhookSecret = variables[webhookVariable]?.trim() ?? ''
    if (!webhookSecret.startsWith('whsec_')) throw badWebhookSecret(webhookVariable, variable)
    keys.set(name[1]?.toLowerCase() ?? 'council', { secretKey: secretKey.trim(), webhookSecret, mode, variable })
  }
  for (const [variable, secret = ''] of Object.entries(variables)) {
    if (!webhookName.test(variable) || secret.trim() === '') continue
    const keyVariable = variable.replace('WEBHOOK_SECRET', 'SECRET_KEY')
    if ((variables[keyVariable] ?? '').trim() === '') throw keyMissing(keyVariable, variable)
  }
  return keys
}

/**
 * Real money is taken for a real council only, and for nothing else: a demo whose payments are real, and a council whose
 * payments are not, would both be found out too late.
 * @throws StartUpRefusal
 */
export function refuseMisplacedKeys(keys: ReadonlyMap<string, PaymentKeys>, isDemo: boolean): void {
  for (const { mode, variable } of keys.values()) {
    if (mode === 'live' && isDemo) {
      throw new StartUpRefusal(
        `環境変数 ${variable} は本番の鍵ですが、この社協はデモです。デモでは実際のお金を扱えません。この変数を外すか、sk_test_… の鍵にしてください。`,
        `${variable} is a live key, and this council is a demo, which takes no real money: remove it, or set a test key.`,
      )
    }
    if (mode === 'test' && !isDemo) {
      throw new StartUpRefusal(
        `環境変数 ${variable} はテスト用の鍵ですが、この社協はデモではありません。実際のお支払いが受け取れないため、sk_live_… の鍵にするか、この変数を外してください。`,
        `${variable} is a test key, and this council is real: set a live key, or remove it.`,
      )
    }
  }
}

function badKey(variable: string): StartUpRefusal {
  return new StartUpRefusal(
    `環境変数 ${variable} の形が正しくありません。決済会社の画面にある sk_live_… か sk_test_… で始まる鍵を指定してください。`,
    `The environment variable ${variable} is no secret key: it begins with sk_live_ or sk_test_.`,
  )
}

function badWebhookSecret(webhookVariable: string, variable: string): StartUpRefusal {
  return new StartUpRefusal(
    `環境変数 ${variable} といっしょに、${webhookVariable} を指定してください。通知の受け口を作ったときに決済会社が示す、whsec_ で始まる値です。`,
    `The environment variable ${webhookVariable} is needed together with ${variable}, and begins with whsec_.`,
  )
}

function keyMissing(variable: string, webhookVariable: string): StartUpRefusal {
  return new StartUpRefusal(
    `環境変数 ${webhookVariable} だけが指定されています。${variable} もいっしょに指定してください。`,
    `The environment variable ${webhookVariable} needs ${variable} beside it.`,
  )
}
