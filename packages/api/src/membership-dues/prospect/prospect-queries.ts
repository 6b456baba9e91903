import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId, ProspectId, SupporterId, UserId } from '@sasaeai/domain/ids'
import type { ProspectListInput } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import type { ProspectStage } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import type { Deps } from '../../deps.ts'

/** 入会の見込み as the board shows it. */
export interface Prospect {
  readonly prospectId: ProspectId
  readonly supporterId: SupporterId
  readonly supporterNumber: number
  readonly name: string
  readonly duesKindId: DuesKindId
  readonly duesKindName: string
  readonly stage: ProspectStage
  readonly hopedUnits: number | null
  readonly nextAction: string
  readonly nextActionOn: LocalDate | null
  readonly responsibleId: UserId | null
  readonly responsibleName: string | null
  readonly note: string
  readonly revision: number
  /** The day of the last 接触の記録. */
  readonly contactedOn: LocalDate | null
}

export interface ProspectBoard {
  /** What is to be done first stands first; without a day last. */
  readonly prospects: readonly Prospect[]
  /** Who may be made responsible: everybody who may sign in. */
  readonly people: readonly { readonly userId: UserId; readonly name: string }[]
}

/** Every open prospect, and on request those that joined or declined too. A council has some hundreds at the most. */
export async function readProspects({ db }: Deps, { withClosed }: ProspectListInput): Promise<ProspectBoard> {
  const [prospects, people] = await Promise.all([
    db.pool.query<Prospect>(
      `SELECT p.id AS "prospectId", s.id AS "supporterId", s.number AS "supporterNumber", s.name, k.id AS "duesKindId",
         k.name AS "duesKindName", p.stage, p.hoped_units AS "hopedUnits", p.next_action AS "nextAction",
         p.next_action_on AS "nextActionOn", p.responsible_id AS "responsibleId", u.name AS "responsibleName", p.note,
         p.revision, (SELECT max(c.contacted_on) FROM supporter_contact c WHERE c.supporter_id = s.id) AS "contactedOn"
       FROM membership_prospect p JOIN supporter s ON s.id = p.supporter_id JOIN dues_kind k ON k.id = p.dues_kind_id
       LEFT JOIN user_account u ON u.id = p.responsible_id
       WHERE s.merged_into_id IS NULL AND ($1 OR p.stage NOT IN ('joined', 'declined')) ORDER BY p.next_action_on NULLS LAST, s.kana, p.id`,
      [withClosed],
    ),
    db.pool.query<{ userId: UserId; name: string }>(
      `SELECT id AS "userId", name FROM user_account WHERE disabled_at IS NULL ORDER BY name`,
    ),
  ])
  return { prospects: prospects.rows, people: people.rows }
}
