import type { Db } from '@sasaeai/db/database'
import type { UserId } from '@sasaeai/domain/ids'
import type { Role } from '@sasaeai/domain/user/role'

/** What commands and queries need from the outside. Tests pass a fixed clock. */
export interface Deps {
  readonly db: Db
  /** The present instant. */
  readonly now: () => Date
  /** A new UUIDv7, as text. */
  readonly newId: () => string
}

/** The signed-in person on whose behalf a command runs. */
export interface Actor {
  readonly userId: UserId
  readonly name: string
  readonly role: Role
}
