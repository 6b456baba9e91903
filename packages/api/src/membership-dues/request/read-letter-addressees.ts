import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DuesKindId } from '@sasaeai/domain/ids'
import type { DuesUnit } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { openProspectStages } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { postalAddressOf } from '../../supporter/postal-address-sql.ts'

interface LetterOrder {
  readonly fiscalYear: FiscalYear
  readonly duesKindId: DuesKindId
  readonly audience: 'members' | 'prospects'
}

/** The kind that letters are about, with what the year suggests of it. */
export interface LetterGround {
  readonly fiscalYear: FiscalYear
  readonly kindCode: string
  readonly kindName: string
  readonly terms: { readonly unit: DuesUnit; readonly unitYen: Yen | null; readonly firstMonth: number; readonly lastMonth: number } | null
  /** 会員の特典, as the terms have them; empty where there are none. */
  readonly benefits: string
  /** The fixed request of the year; null while there is none. */
  readonly requestId: string | null
}

/** Null when there is no such kind of membership. */
export async function readLetterGround({ db }: Deps, { fiscalYear, duesKindId }: LetterOrder): Promise<LetterGround | null> {
  const kind = await db.prisma.duesKind.findUnique({
    where: { id: duesKindId },
    include: { terms: { where: { fiscalYear } }, requests: { where: { fiscalYear, status: 'fixed' }, select: { id: true } } },
  })
  if (kind === null) return null
  const terms = kind.terms[0]
  return {
    fiscalYear,
    kindCode: kind.code,
    kindName: kind.name,
    terms: terms === undefined ? null : { ...terms, unitYen: terms.unitYen === null ? null : yen(Number(terms.unitYen)) },
    benefits: terms?.benefits ?? '',
    requestId: kind.requests[0]?.id ?? null,
  }
}

export interface LetterAddressee {
  readonly name: string
  readonly supporterKind: SupporterKind
  /** 敬称 chosen for the supporter; empty for that of the kind. */
  readonly honorific: string
  readonly postalCode: string
  readonly address: string
  /** 口 that the member has, or that the council hopes for; null where nobody said. */
  readonly units: number | null
  /** 目安額 of a member's line, in yen; null for a prospect. */
  readonly expectedYen: number | null
  readonly slipNumber: number | null
}

/** Whom letters go to, by their readings: those asked by name in the fixed request, or open prospects. */
export async function readLetterAddressees({ db }: Deps, order: LetterOrder, { requestId }: LetterGround): Promise<LetterAddressee[]> {
  const { rows } =
    order.audience === 'members'
      ? await db.pool.query<LetterAddressee>(membersSql, [requestId])
      : await db.pool.query<LetterAddressee>(prospectsSql, [order.duesKindId, openProspectStages])
  return rows
}

const post = postalAddressOf('s')
const person = `${post.name} AS name, s.kind AS "supporterKind", s.honorific, ${post.postalCode} AS "postalCode", ${post.address} AS address`

const membersSql = `
  SELECT ${person}, e.units, e.expected_yen AS "expectedYen", e.slip_number AS "slipNumber"
  FROM dues_expectation e JOIN membership m ON m.id = e.membership_id JOIN supporter s ON s.id = m.supporter_id
  WHERE e.request_id = $1 AND NOT e.is_within_area ORDER BY s.kana, s.id`

const prospectsSql = `
  SELECT ${person}, p.hoped_units AS units, NULL AS "expectedYen", NULL AS "slipNumber"
  FROM membership_prospect p JOIN supporter s ON s.id = p.supporter_id
  WHERE p.dues_kind_id = $1 AND p.stage = ANY($2::prospect_stage[]) AND s.closed_on IS NULL ORDER BY s.kana, s.id`
