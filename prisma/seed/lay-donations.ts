import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { planInstalments } from '@sasaeai/domain/donation/pledge/plan-instalments'
import { yen } from '@sasaeai/domain/money/yen'

interface Desk {
  readonly newId: () => string
  readonly today: LocalDate
}

/** The gifts of the last fortnight came in by the grid and wait to be completed. */
const untouchedDays = 14

/** What the office knows of the gifts of two years: their kinds, consents, channels, the deceased, letters of thanks; and some promises. */
export async function layDonations(tx: Tx, desk: Desk): Promise<void> {
  await layDetails(tx, desk)
  await layLetters(tx, desk)
  await layPledges(tx, desk)
}

/** Set-wise, and the same in every demo: what a gift gets goes by its entry's number. */
async function layDetails(tx: Tx, { today }: Desk): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO donation (entry_id, kind, occasion, deceased_name, mourner_name, relationship, channel_id, staff, consent)
    SELECT e.id,
      CASE WHEN isMemorial THEN 'memorial' WHEN isCelebration THEN 'celebration' WHEN isEvent THEN 'event' WHEN f.code = '01' THEN 'general' ELSE 'designated' END::donation_kind,
      CASE WHEN isCelebration THEN (ARRAY['米寿', '金婚式', '叙勲'])[e.entry_number % 3 + 1] WHEN isEvent THEN (ARRAY['チャリティーゴルフ大会', 'ふれあいバザー', '開店記念'])[e.entry_number % 3 + 1] ELSE '' END,
      CASE WHEN isMemorial THEN split_part(s.name, ' ', 1) || ' ' || (ARRAY['一夫', 'トシ子', '義雄', 'ハル子', '正義'])[e.entry_number % 5 + 1] ELSE '' END,
      CASE WHEN isMemorial THEN s.name ELSE '' END,
      CASE WHEN isMemorial THEN (ARRAY['父', '母', '父', '母', '夫'])[e.entry_number % 5 + 1] ELSE '' END,
      (SELECT c.id FROM donation_channel c WHERE c.code = (ARRAY['01', '02', '05', '06', '07', '01', '03'])[e.entry_number % 7 + 1]),
      (ARRAY['', '', '地域福祉課 田中', '総務課 山口', ''])[e.entry_number % 5 + 1],
      CASE WHEN s.kind = 'anonymous' THEN 'anonymous'
        ELSE (ARRAY['named', 'named', 'amount_hidden', 'anonymous', 'named', 'undecided'])[e.entry_number % 6 + 1] END::acknowledgment_consent
    FROM journal_entry e
    JOIN posting p ON p.entry_id = e.id AND p.funding_source_id = (SELECT id FROM funding_source WHERE code = '40')
    JOIN fund f ON f.id = p.fund_id JOIN supporter s ON s.id = e.payer_id
    CROSS JOIN LATERAL (SELECT e.description LIKE '%香典返し%' AND s.kind = 'person' AS isMemorial,
      s.kind = 'person' AND e.description NOT LIKE '%香典返し%' AND -p.amount_yen >= 10000 AND e.entry_number % 5 = 0 AS isCelebration,
      s.kind = 'organization' AND -p.amount_yen >= 10000 AND e.entry_number % 9 = 0 AS isEvent) m
    WHERE e.kind = 'receipt' AND e.entry_date < ${toDateColumn(addDays(today, -untouchedDays))} AND e.entry_date > ${toDateColumn(addDays(today, -600))}`
}

/** A letter goes out within ten days or so; of the newest ones not yet. */
async function layLetters(tx: Tx, { today }: Desk): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thank_you_letter (id, entry_id, sent_on, method, recorded_at, recorded_by_id)
    SELECT gen_random_uuid(), e.id, e.entry_date + 5 + e.entry_number % 6, CASE WHEN e.entry_number % 5 = 0 THEN '手渡し' ELSE '郵送' END,
      (e.entry_date + 12)::timestamptz, (SELECT id FROM user_account WHERE role = 'receptionist' ORDER BY id LIMIT 1)
    FROM donation d JOIN journal_entry e ON e.id = d.entry_id JOIN supporter s ON s.id = e.payer_id
    WHERE s.kind <> 'anonymous' AND e.entry_date < ${toDateColumn(addDays(today, -30))}`
}

interface GivenGift {
  readonly entryId: string
  readonly supporterId: string
  readonly fundId: string
  readonly fundingSourceId: string
  readonly givenOn: Date
  readonly amountYen: bigint
}

/** Three givers who came again promised so, and some of what they promised is still to come. */
async function layPledges(tx: Tx, { newId, today }: Desk): Promise<void> {
  const gifts = await tx.$queryRaw<GivenGift[]>`
    WITH own AS (
      SELECT e.id AS entry_id, e.payer_id, e.entry_date, p.fund_id, p.funding_source_id, -p.amount_yen AS amount_yen, count(*) OVER (PARTITION BY e.payer_id) AS times
      FROM donation d JOIN journal_entry e ON e.id = d.entry_id JOIN posting p ON p.entry_id = e.id AND p.fund_id IS NOT NULL JOIN supporter s ON s.id = e.payer_id
      WHERE d.kind IN ('general', 'designated') AND s.kind = 'person' AND e.entry_date > ${toDateColumn(addDays(today, -200))})
    SELECT entry_id AS "entryId", payer_id AS "supporterId", fund_id AS "fundId", funding_source_id AS "fundingSourceId", entry_date AS "givenOn", amount_yen AS "amountYen"
    FROM own WHERE payer_id IN (SELECT payer_id FROM own GROUP BY payer_id ORDER BY max(times) DESC, payer_id LIMIT 3) ORDER BY payer_id, entry_date, entry_id`
  for (const own of Map.groupBy(gifts, ({ supporterId }) => supporterId).values()) await layPledge(tx, { newId, today }, own)
}

async function layPledge(tx: Tx, { newId, today }: Desk, gifts: readonly GivenGift[]): Promise<void> {
  const [first] = gifts
  if (first === undefined) return
  const pledgeId = newId()
  const { supporterId, fundId, fundingSourceId } = first
  await tx.pledge.create({ data: { id: pledgeId, supporterId, kind: 'monthly', fundingSourceId, fundId, pledgedOn: first.givenOn, staff: '地域福祉課 田中' } })
  const toCome = planInstalments({ firstOn: addDays(today, 9), rhythm: 'monthly', times: 4, amountYen: yen(Number(first.amountYen)), amountIs: 'each' })
  const came = gifts.map(({ givenOn, amountYen, entryId }) => ({ id: newId(), plannedOn: givenOn, plannedYen: amountYen, entryId }))
  const planned = toCome.map(({ plannedOn, plannedYen }) => ({ id: newId(), plannedOn: toDateColumn(plannedOn), plannedYen: BigInt(plannedYen) }))
  await tx.pledgeInstalment.createMany({
    data: [...came, ...planned].map(({ id, plannedOn, plannedYen }, place) => ({ id, plannedOn, plannedYen, pledgeId, sequence: place + 1 })),
  })
  for (const { id, entryId } of came) await tx.donation.update({ where: { entryId }, data: { kind: 'monthly', instalmentId: id } })
}
