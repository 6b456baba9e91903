import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate, type LocalDate } from '../../calendar/local-date.ts'
import type { DriveKind } from './drive-kind.ts'

export interface DefaultCampaign {
  readonly code: string
  readonly name: string
  readonly drive: DriveKind
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  /** The account of default-chart that holds the money until it is remitted. */
  readonly custodyAccountCode: string
  /** Of 歳末たすけあい a part is paid out directly, and the rest remitted. */
  readonly remittanceMode: 'full' | 'net_of_direct_payments'
}

/**
 * The two drives that every council runs in a fiscal year. The windows are the national ones (共同募金 October 1 to
 * March 31, 歳末 in December); a council that collects until December 31 edits its own.
 */
export function defaultCampaigns(year: FiscalYear): DefaultCampaign[] {
  return [
    {
      code: '1',
      name: '赤い羽根共同募金',
      drive: 'red_feather',
      opensOn: localDate(`${year}-10-01`),
      closesOn: localDate(`${year + 1}-03-31`),
      custodyAccountCode: '2210',
      remittanceMode: 'full',
    },
    {
      code: '2',
      name: '歳末たすけあい',
      drive: 'year_end_mutual_aid',
      opensOn: localDate(`${year}-12-01`),
      closesOn: localDate(`${year}-12-31`),
      custodyAccountCode: '2220',
      remittanceMode: 'net_of_direct_payments',
    },
  ]
}
