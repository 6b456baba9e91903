import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { GatewayFact, PayoutTold } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { instantSchema, type EventReader } from './event-parts.ts'

export const payoutReaders: Readonly<Record<string, EventReader>> = {
  'payout.created': readPayout,
  'payout.updated': readPayout,
  'payout.paid': readPayout,
  'payout.failed': readPayout,
  'payout.canceled': readPayout,
  'payout.reconciliation_completed': readLinesReady,
}

function readPayout(object: unknown, at: string): GatewayFact {
  const payout = payoutSchema.parse(object)
  const state = payoutStates[payout.status]
  return {
    kind: 'payout',
    gatewayPayoutId: payout.id,
    amountYen: payout.amount,
    currency: payout.currency,
    // The gateway names the day by its first instant in UTC, which is nine in the morning of the same day in Tokyo.
    arrivesOn: localDateInTokyo(new Date(payout.arrival_date)),
    state,
    failure: state === 'failed' ? failureOf(payout) : '',
    at,
  }
}

function readLinesReady(object: unknown, at: string): GatewayFact {
  return { kind: 'payout_lines_ready', gatewayPayoutId: payoutSchema.parse(object).id, at }
}

const payoutStates: Readonly<Record<z.output<typeof payoutSchema>['status'], PayoutTold['state']>> = {
  pending: 'pending',
  in_transit: 'pending',
  paid: 'paid',
  failed: 'failed',
  canceled: 'failed',
}

function failureOf({ status, failure_code: code }: z.output<typeof payoutSchema>): string {
  if (status === 'canceled') return '入金は決済会社で取り消されました。'
  return payoutFailures.get(code ?? '') ?? '決済会社が入金できませんでした。'
}

const payoutFailures: ReadonlyMap<string, string> = new Map([
  ['account_closed', '入金先の口座が解約されています。'],
  ['account_frozen', '入金先の口座が凍結されています。'],
  ['bank_account_restricted', '入金先の口座で入金が制限されています。'],
  ['bank_ownership_changed', '入金先の銀行の変更により、入金できませんでした。'],
  ['could_not_process', '入金先の銀行が処理できませんでした。'],
  ['declined', '入金先の銀行に断られました。'],
  ['incorrect_account_holder_name', '入金先の口座名義が違います。'],
  ['insufficient_funds', '決済会社の残高が足りませんでした。'],
  ['invalid_account_number', '入金先の口座番号が違います。'],
  ['invalid_currency', '入金先の口座は円を受け取れません。'],
  ['no_account', '入金先の口座が見つかりません。'],
])

const payoutSchema = z.object({
  id: z.string(),
  object: z.literal('payout'),
  amount: yenSchema,
  currency: z.string(),
  arrival_date: instantSchema,
  status: z.enum(['pending', 'in_transit', 'paid', 'failed', 'canceled']),
  failure_code: z.string().nullish(),
})
