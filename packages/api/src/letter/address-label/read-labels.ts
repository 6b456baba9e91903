import type { SupporterId } from '@sasaeai/domain/ids'
import type { LabelChoices } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { type Addressee, type AddressLabel, arrangeLabels, type LeftOut } from '@sasaeai/domain/letter/address-label/arrange-labels'
import type { LabelRecipients } from '@sasaeai/domain/letter/address-label/label-recipients'
import type { Deps } from '../../deps.ts'
import { findRecipients, type RecipientSources } from './recipient-sources.ts'

/** More addresses than this are asked to be narrowed down: a thousand sheets are as much as anybody prints in a day. */
export const mostRecipients = 20_000

export interface WantedLabels {
  readonly labels: readonly AddressLabel[]
  readonly leftOut: readonly LeftOut[]
  readonly nameless: number
  /** So many that none were read. */
  readonly isTooMany: boolean
}

/** The labels that are wanted, as the register has their addresses now. */
export async function readLabels(deps: Deps, sources: RecipientSources, { recipients, choices }: { recipients: LabelRecipients; choices: LabelChoices }): Promise<WantedLabels> {
  const { supporterIds, nameless } = await findRecipients(deps, sources, recipients)
  if (supporterIds.length > mostRecipients) return { labels: [], leftOut: [], nameless, isTooMany: true }
  return { ...arrangeLabels(await readAddressees(deps, supporterIds), choices), nameless, isTooMany: false }
}

async function readAddressees({ db }: Deps, supporterIds: readonly SupporterId[]): Promise<Addressee[]> {
  const { rows } = await db.pool.query<Addressee>(
    `SELECT s.number, s.kind, s.name, s.kana, s.honorific, s.postal_code AS "postalCode", s.address, s.mailing_name AS "mailingName",
       s.mailing_postal_code AS "mailingPostalCode", s.mailing_address AS "mailingAddress", s.wants_mail AS "wantsMail",
       s.closed_on IS NOT NULL AS "isClosed", a.code AS "areaCode"
     FROM supporter s LEFT JOIN area a ON a.id = s.area_id WHERE s.id = ANY ($1::uuid[]) ORDER BY s.number`,
    [supporterIds],
  )
  return rows
}
