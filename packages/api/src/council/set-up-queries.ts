import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { formatPostalCode, parsePostalCode } from '@sasaeai/domain/text/postal-code'
import { demoAccounts, demoPassword } from '@sasaeai/domain/user/demo-accounts'
import type { Deps } from '../deps.ts'

interface PublicCouncil {
  readonly name: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly isDemo: boolean
}

/**
 * What pages show before anybody has signed in: the council as it presents itself to the public and, in a demo, whom
 * to sign in as; or that there is no council yet.
 */
export async function readFrontDoor({ db, now }: Deps) {
  const { rows } = await db.pool.query<PublicCouncil>(
    `SELECT name, postal_code AS "postalCode", address, phone, email, is_demo AS "isDemo" FROM council`,
  )
  const council = rows[0]
  if (council === undefined) return { isSetUp: false, thisYear: fiscalYearOf(localDateInTokyo(now())) } as const
  const postalCode = parsePostalCode(council.postalCode)
  const shown = { ...council, postalCode: postalCode === null ? '' : formatPostalCode(postalCode) }
  return { isSetUp: true, council: shown, demo: council.isDemo ? { password: demoPassword, accounts: demoAccounts } : null } as const
}
