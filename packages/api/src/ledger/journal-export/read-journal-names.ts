import type { Db } from '@sasaeai/db/database'
import type { JournalNames, NamedAccount, SubAccountForm } from '@sasaeai/domain/ledger/journal-export/journal-profile'

const subAccountTables = { source: 'funding_source', campaign: 'campaign', fund: 'fund', dues_kind: 'dues_kind' } as const

/** What accounts, and the things that the profile writes as 補助科目, are called today. */
export async function readJournalNames({ pool }: Pick<Db, 'pool'>, subAccount: SubAccountForm): Promise<JournalNames> {
  const accounts = await pool.query<NamedAccount & { id: string }>(
    'SELECT id, code, name, site_code AS "siteCode", service_code AS "serviceCode" FROM ledger_account WHERE NOT is_heading',
  )
  const named = subAccount === 'none' ? [] : (await pool.query<{ id: string; name: string }>(`SELECT id, name FROM ${subAccountTables[subAccount]}`)).rows
  return {
    accounts: Object.fromEntries(accounts.rows.map(({ id, ...account }) => [id, account])),
    subAccounts: Object.fromEntries(named.map(({ id, name }) => [id, name])),
  }
}
