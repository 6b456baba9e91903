import type { Db } from '@sasaeai/db/database'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { UserId } from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'
import type { DemoGateway } from '@sasaeai/stripe-gateway/demo/demo-gateway'
import type { PaymentGateways } from '@sasaeai/stripe-gateway/payment-gateways'

/** What commands and queries need from the outside. Tests pass a fixed clock. */
export interface Deps {
  readonly db: Db
  /** The present instant. */
  readonly now: () => Date
  /** A new UUIDv7, as text. */
  readonly newId: () => string
  /** Who mails are from; undefined where this server sends none, so that staff does. */
  readonly mailFrom?: string
  /** Who takes money online; undefined where nobody does. */
  readonly gateways?: PaymentGateways
  /** デモの決済会社, read when it is first asked for; null where this server has none. */
  readonly demoGateway?: () => Promise<DemoGateway | null>
}

/** The signed-in person on whose behalf a command runs. */
export interface Actor {
  readonly userId: UserId
  readonly name: string
  readonly role: Role
}

/** A command at work: what it needs, for whom it runs, and the one transaction that it runs in. */
export interface Desk {
  readonly deps: Deps
  readonly actor: Actor
  readonly tx: Tx
}
