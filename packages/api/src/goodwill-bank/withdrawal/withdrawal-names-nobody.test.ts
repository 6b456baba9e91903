import { goodwillUndoReasonNames } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import { withdrawGoodsSchema, withdrawMoneySchema } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aYearOfGoodwill } from '@sasaeai/testing/a-goodwill-bank'
import { aGroup } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await aYearOfGoodwill(council)
})
afterEach(() => database.drop())

test('a 払出 has columns for chosen ids, days and numbers only: there is no place for a name', async () => {
  const { rows } = await database.db.pool.query<{ column: string; type: string }>(
    `SELECT column_name AS column, data_type AS type FROM information_schema.columns WHERE table_name = 'goodwill_withdrawal' ORDER BY 1`,
  )
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.filter(({ type }) => !['uuid', 'integer', 'bigint', 'date', 'USER-DEFINED'].includes(type))).toEqual([])
  const { rows: references } = await database.db.pool.query<{ table: string }>(
    `SELECT confrelid::regclass::text AS table FROM pg_constraint WHERE conrelid = 'goodwill_withdrawal'::regclass AND contype = 'f'`,
  )
  expect(references.map(({ table }) => table)).not.toContain('supporter')
})

test('the inputs take no free words either: whatever else is sent is thrown away', () => {
  const [goods, money] = [Object.keys(withdrawGoodsSchema.shape), Object.keys(withdrawMoneySchema.shape)]
  const known = ['actId', 'withdrawnOn', 'purposeId', 'way', 'recipientUnit', 'recipients', 'reliefClassId', 'areaId', 'committeeId']
  expect(goods.toSorted()).toEqual([...known, 'lines'].toSorted())
  expect(money.toSorted()).toEqual([...known, 'cashAccountId', 'expenseAccountId', 'moneyYen'].toSorted())
})

test('the entry of money that went out names nobody, and is not undone with free words', async () => {
  const entry = await database.db.prisma.journalEntry.findFirstOrThrow({ where: { sourceKind: 'goodwill_withdrawal' }, include: { postings: true } })
  expect(entry.payerId).toBeNull()
  expect(entry.postings.map(({ supporterId }) => supporterId)).toEqual([null, null])
  expect(entry.description).toBe('善意銀行 払出 使いみちを任せる 12世帯')
  const entryId = id<'JournalEntryId'>(entry.id)
  const input = { entryId, reversalDate: localDate('2026-10-15'), reason: '山田さんに渡せなかったため' }
  expect(await reverseEntry(council.deps, council.actors.accountant, input)).toMatchObject({ code: 'reversal_of_goodwill' })
  const deposit = await database.db.prisma.journalEntry.findFirstOrThrow({ where: { sourceKind: 'goodwill_money' } })
  const corrected = await correctEntry(council.deps, council.actors.accountant, {
    ...input, entryId: id<'JournalEntryId'>(deposit.id),
    contribution: {
      entryDate: localDate('2026-10-15'), cashAccountId: council.account('現金'), fundingSourceId: council.source('寄附金'), fundId: council.fund('善意銀行'),
      amountYen: 90_000, count: 1, note: '',
    },
  } as Parameters<typeof correctEntry>[2])
  expect(corrected).toMatchObject({ code: 'reversal_of_goodwill' })
})

test('not even the owner of the tables can name somebody, tell of a place too small, or change what was done', async () => {
  const somebody = await aGroup(council)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const attempt = async (statement: string) => {
    await owner.query('BEGIN')
    try {
      await owner.query(statement)
    } finally {
      await owner.query('ROLLBACK')
    }
  }
  const copy = (columns: string) => `INSERT INTO journal_entry (id, fiscal_year, entry_number, entry_date, kind, payer_id, description, source_kind, source_id, posted_by_id, reverses_entry_id, reason)
    SELECT gen_random_uuid(), fiscal_year, 99, entry_date, ${columns} FROM journal_entry WHERE source_kind = 'goodwill_withdrawal'`
  await expect(attempt(copy(`kind, '${somebody}', 'x', source_kind, 'x', posted_by_id, NULL, ''`))).rejects.toThrow('journal_entry_goodwill_names_nobody')
  await expect(attempt(copy(`'reversal', NULL, 'x', 'reversal', 'x', posted_by_id, id, '山田さん'`))).rejects.toThrow('the reason of a reversal of a 払出 is chosen')
  const withdrawal = (change: string) => `WITH act AS (INSERT INTO goodwill_act (id, kind, fiscal_year, act_number, acted_on, acted_by_id)
      SELECT gen_random_uuid(), kind, fiscal_year, 99, acted_on, acted_by_id FROM goodwill_act WHERE kind = 'withdrawal' LIMIT 1 RETURNING id)
    INSERT INTO goodwill_withdrawal (act_id, purpose_id, way, recipient_unit, recipients, area_id, money_yen, entry_id, committee_id)
      SELECT act.id, w.purpose_id, 'household', 'households', 1, ${change} FROM act, goodwill_withdrawal w LIMIT 1`
  await expect(attempt(withdrawal(`'${council.area('日吉一丁目自治会')}', 0, NULL, NULL`))).rejects.toThrow('no finer than a 校区')
  const deposited = `(SELECT id FROM journal_entry WHERE source_kind = 'goodwill_money')`
  await expect(attempt(withdrawal(`NULL, 100, ${deposited}, NULL`))).rejects.toThrow('goodwill_withdrawal_is_decided')
  await expect(attempt(withdrawal(`NULL, 100, ${deposited}, (SELECT id FROM grant_committee)`))).rejects.toThrow('names nobody')
  await expect(attempt(`UPDATE goods_movement SET quantity = 1`)).rejects.toThrow()
  await expect(attempt(`DELETE FROM goodwill_act`)).rejects.toThrow()
  await expect(attempt(`UPDATE goodwill_deposit SET money_yen = 1`)).rejects.toThrow('a deposit is never changed')
  await expect(attempt(`UPDATE goods_lot SET expires_on = NULL WHERE expires_on IS NOT NULL`)).rejects.toThrow('a lot is never changed')
  await owner.end()
})

test('the reasons that one chooses from are those that the database knows', async () => {
  const { rows } = await database.db.pool.query<{ source: string }>(`SELECT prosrc AS source FROM pg_proc WHERE proname = 'check_reversal_of_goodwill'`)
  for (const reason of Object.values(goodwillUndoReasonNames)) expect(rows[0]?.source).toContain(`'${reason}'`)
})
