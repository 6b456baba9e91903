import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import { type EventVerdict, quarantined } from '@sasaeai/domain/online-giving/event/event-verdict'
import { gatewayApiVersion, readEnvelope, readFact, UnreadableEventError, type VerifiedEvent } from '@sasaeai/stripe-gateway/read-event'
import type { Deps } from '../../deps.ts'
import type { DueEvent } from './due-event.ts'

/** An event that is believed, and what it says. */
export interface ReadEvent {
  readonly event: DueEvent
  readonly fact: GatewayFact
}

/** What an event says; or what becomes of it because it says nothing, or must not be believed. */
export function readDueEvent(deps: Deps, event: DueEvent): ReadEvent | EventVerdict {
  try {
    const doubt = doubtOf(deps, event, readEnvelope(event.body))
    if (doubt !== null) return doubt
    const fact = readFact(event.body)
    if (fact === null) return { state: 'ignored' }
    return 'currency' in fact && fact.currency !== 'jpy' ? quarantined('wrong_currency') : { event, fact }
  } catch (error) {
    if (error instanceof UnreadableEventError) return quarantined('unreadable')
    throw error
  }
}

/** That it was signed is not enough: a key of the wrong mode or account signs as well as the right one. */
function doubtOf({ gateways }: Deps, { accountCode, gatewayAccountId }: DueEvent, { apiVersion, account, livemode }: VerifiedEvent): EventVerdict | null {
  const gateway = gateways?.of(accountCode) ?? null
  if (gateway !== null && livemode !== (gateway.mode === 'live')) return quarantined('wrong_mode')
  if (account !== null && account !== gatewayAccountId) return quarantined('other_account')
  return apiVersion === gatewayApiVersion ? null : quarantined('other_api_version')
}
