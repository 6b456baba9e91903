import { readMailSender } from '@sasaeai/domain/letter/outbox/mail-address'
import { z } from 'zod'
import { isSmtpUrl } from './mail/smtp-settings.ts'
import { type PaymentKeys, readPaymentKeys } from './payments/payment-keys.ts'
import { StartUpRefusal } from './start-up-refusal.ts'

const optionalText = z.string().trim().transform((text) => (text === '' ? undefined : text)).optional()

const environmentSchema = z.object({
  /** 0 takes any free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Loopback unless said otherwise: who opens the server to a network should do so knowingly. */
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: optionalText.refine((text) => text === undefined || isDatabaseUrl(text)),
  DATA_DIR: optionalText,
  SEED: z.enum(['demo', 'none']).default('demo'),
  /** Scheme, host and port under which people reach the product, when a proxy stands before it. */
  PUBLIC_URL: optionalText.refine((text) => text === undefined || isOrigin(text)),
  AUTH_SECRET: optionalText.refine((text) => text === undefined || text.length >= 32),
  /** Addresses or names (`loopback`) of proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: optionalText,
  /** Where mail is handed in; without it mails wait in the outbox for staff to send them. */
  SMTP_URL: optionalText.refine((text) => text === undefined || isSmtpUrl(text)),
  /** Who mail is from: an address, or a name with an address in angle brackets. */
  MAIL_FROM: optionalText.refine((text) => text === undefined || readMailSender(text) !== null),
  /** Another place than the gateway's own, for tests. */
  STRIPE_API_HOST: optionalText,
  STRIPE_API_PORT: optionalText.refine((text) => text === undefined || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535)),
  STRIPE_API_PROTOCOL: optionalText.pipe(z.enum(['http', 'https']).optional()),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
}).superRefine(({ SMTP_URL, MAIL_FROM }, { addIssue }) => {
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) addIssue({ code: 'custom', path: ['MAIL_FROM'] })
})

/** How this server is to run, read once at its start. */
export interface Environment extends z.infer<typeof environmentSchema> {
  /** The keys of 支払いの受け口, by their codes. */
  readonly paymentKeys: ReadonlyMap<string, PaymentKeys>
}

/** @throws StartUpRefusal naming the first variable that cannot be understood; never its value, which may be secret. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const read = environmentSchema.safeParse(variables)
  if (read.success) return { ...read.data, paymentKeys: readPaymentKeys(variables) }
  const name = String(read.error.issues[0]?.path[0])
  const [japanese, english] = explanations[name] ?? ['値が正しくありません。', 'has a value that cannot be used.']
  throw new StartUpRefusal(`環境変数 ${name} の${japanese}`, `The environment variable ${name} ${english}`)
}

const explanations: Readonly<Record<string, readonly [string, string]>> = {
  PORT: ['値は 0〜65535 の整数にしてください。', 'must be a whole number from 0 to 65535.'],
  DATABASE_URL: [
    '形が正しくありません。postgresql://利用者:パスワード@ホスト:5432/データベース の形にしてください。',
    'is not an address of PostgreSQL: write postgresql://user:password@host:5432/database.',
  ],
  SEED: ['値は demo か none にしてください。', 'must be demo or none.'],
  PUBLIC_URL: ['値は https://example.jp の形にしてください。', 'must look like https://example.jp.'],
  AUTH_SECRET: ['値は32文字以上にしてください。', 'must have at least 32 characters.'],
  SMTP_URL: [
    '形が正しくありません。smtp://利用者:パスワード@ホスト:587 か smtps://利用者:パスワード@ホスト の形にしてください（記号は %40 のように書きます）。',
    'is not an address of a mail server: write smtp://user:password@host:587 or smtps://user:password@host (signs as %40).',
  ],
  MAIL_FROM: [
    '値は info@example.jp か「団体名 <info@example.jp>」の形にしてください。SMTP_URL を指定したときは必ず要ります。',
    'must look like info@example.jp or "Name <info@example.jp>", and is needed together with SMTP_URL.',
  ],
  STRIPE_API_PORT: ['値は 1〜65535 の整数にしてください。', 'must be a whole number from 1 to 65535.'],
  STRIPE_API_PROTOCOL: ['値は http か https にしてください。', 'must be http or https.'],
  LOG_LEVEL: ['値は error、warn、info、debug のどれかにしてください。', 'must be error, warn, info or debug.'],
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === ''
}
