import { jsonInstant } from '@sasaeai/db/json-instant'
import type { GiverGift, GiverPage } from '@sasaeai/domain/online-giving/giver/giver-page'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { listGiverYears } from './giver-years.ts'
import { listGiverReceipts, listVoidReceipts } from './receipt-path.ts'

/**
 * マイページ of an e-mail address: the gifts that were given from it, as they were filled in, and what became of them. What the
 * office knows of the same people from elsewhere is not looked at: records are merged, and addresses are shared.
 */
export async function readGiverPage(deps: Deps, email: string): Promise<GiverPage> {
  const [gifts, receipts, voidReceipts, years, settings] = await Promise.all([
    deps.db.pool.query<GiverGift>(giftSql, [email]),
    listGiverReceipts(deps, { email }),
    listVoidReceipts(deps, { email }),
    listGiverYears(deps, email),
    deps.db.pool.query<{ minimumYen: Yen; maximumYen: Yen }>('SELECT minimum_yen AS "minimumYen", maximum_yen AS "maximumYen" FROM giving_settings'),
  ])
  const [bounds] = settings.rows
  if (bounds === undefined) throw new Error('the settings of online giving are laid by a migration')
  return { email, gifts: gifts.rows, receipts, voidReceipts, years, ...bounds }
}

const giftSql = `
  SELECT g.id AS "giftId", g.state, t.slug, t.title, t.kind, g.frequency, g.amount_yen AS "amountYen", ${jsonInstant('g.started_at')} AS "startedAt",
    g.giver_kind AS "giverKind", g.name AS "giverName", g.postal_code AS "postalCode", g.address, g.phone, g.consent, g.printed_name AS "printedName",
    ${jsonInstant('g.payable_until')} AS "payableUntil", g.voucher_url AS "voucherUrl",
    (SELECT coalesce(json_agg(json_build_object('paidOn', p.paid_on, 'amountYen', p.amount_yen, 'refundedYen', p.refunded_yen) ORDER BY p.paid_at DESC), '[]')
      FROM online_payment p WHERE p.gift_id = g.id) AS payments,
    (SELECT json_build_object('state', r.state, 'amountYen', r.amount_yen, 'nextOn', r.next_on, 'isChanging', EXISTS (SELECT 1 FROM gateway_call c
        WHERE c.gift_id = g.id AND c.kind IN ('amount', 'pause', 'resume', 'end') AND c.state = 'wanted')) FROM recurring_gift r WHERE r.gift_id = g.id) AS recurring
  FROM online_gift g JOIN giving_target t ON t.id = g.target_id
  WHERE g.email = $1 AND g.state IN ('awaiting', 'paid')
  ORDER BY g.started_at DESC, g.id DESC LIMIT 500`
