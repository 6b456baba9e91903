import { lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type pg from 'pg'
import { type ApiClient, openApiClient } from './api-client.ts'
import { type Figure, millis, percent, perSecond } from './figure.ts'
import { layMembersToAsk, type MembersToAsk } from './members-to-ask.ts'
import { startProductServer } from './product-server.ts'
import { mediansOfRounds } from './rounds.ts'
import { type ScratchCluster, withClient } from './scratch-database.ts'

interface OpeningPlace extends Pick<ScratchCluster, 'demoDatabase'> {
  readonly rounds: number
}

const aim = 0.7

/**
 * Opening a year: 86,000 payers are asked, through the product's own command over HTTP, against one bare INSERT … SELECT
 * of the same finished rows into a table of the same columns, primary key and foreign keys, and nothing else.
 */
export async function measureDuesOpening({ demoDatabase, rounds }: OpeningPlace): Promise<Figure[]> {
  const databaseUrl = await copyOf(await demoDatabase(1))
  return withClient(databaseUrl, async (client) => {
    const asked = await layMembersToAsk(client)
    const product = await startProductServer({ DATABASE_URL: databaseUrl })
    const api = await openApiClient(product.url)
    try {
      return await measure({ client, api, asked, rounds })
    } finally {
      api.close()
      await product.stop()
    }
  })
}

interface OpeningParts {
  readonly client: pg.Client
  readonly api: ApiClient
  readonly asked: MembersToAsk
  readonly rounds: number
}

async function measure({ client, api, asked, rounds }: OpeningParts): Promise<Figure[]> {
  const input = { ...asked, requestedOn: lastDayOf(asked.fiscalYear), householdBasis: 'resident_register' }
  const prepare = () => api.act('membershipDues.request.prepare', input)
  await prepare()
  const lines = await layBareLines(client, asked)
  const measured = await mediansOfRounds(rounds, {
    ours: timed(prepare, () => empty(client, 'public')),
    again: timed(async () => {
      const counts = [...(await prepare()).matchAll(/"added":0,"changed":0,"removed":0/g)]
      if (counts.length !== asked.duesKindIds.length) throw new Error('a second preparation was not for nothing')
    }, prepare),
    bare: timed(() => client.query(bareInsert), () => empty(client, 'bare')),
  })
  const [ours, bare] = [(lines / measured.ours) * 1_000, (lines / measured.bare) * 1_000]
  return [
    {
      name: `asking ${lines.toLocaleString('en')} payers of a year`,
      ours: perSecond(ours),
      limit: perSecond(bare),
      ratio: percent(ours / bare),
      aim: `≥ ${percent(aim)}`,
      isMet: ours / bare >= aim,
    },
    { name: '  … once more, 0 lines written', ours: millis(measured.again), limit: '', ratio: '', aim: '', isMet: null },
  ]
}

/** The finished lines as a plain table to copy from, and a table of the same keys to copy into. Answers how many. */
async function layBareLines(client: pg.Client, { duesKindIds }: MembersToAsk): Promise<number> {
  await client.query(`DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare;
    CREATE TABLE bare.line (LIKE public.dues_expectation);
    CREATE TABLE bare.dues_expectation (LIKE public.dues_expectation INCLUDING DEFAULTS, PRIMARY KEY (request_id, payer_key),
      FOREIGN KEY (request_id) REFERENCES public.dues_request, FOREIGN KEY (membership_id) REFERENCES public.membership,
      FOREIGN KEY (area_id) REFERENCES public.area)`)
  // The demo's own requests are left out: the product is not asked to write those either.
  await client.query(
    `INSERT INTO bare.line SELECT e.* FROM public.dues_expectation e JOIN public.dues_request r ON r.id = e.request_id
      WHERE r.dues_kind_id = ANY($1::uuid[]) ORDER BY e.request_id, e.payer_key`,
    [duesKindIds],
  )
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<{ lines: string }>('SELECT count(*) AS lines FROM bare.line')
  return Number(rows[0]?.lines)
}

const bareInsert = `
  INSERT INTO bare.dues_expectation (request_id, payer_key, membership_id, area_id, is_within_area, households, units, unit_yen, expected_yen)
    SELECT request_id, payer_key, membership_id, area_id, is_within_area, households, units, unit_yen, expected_yen FROM bare.line`

/** Both sides begin on an empty table and a settled disk. */
async function empty(client: pg.Client, schema: 'public' | 'bare'): Promise<void> {
  await client.query(`TRUNCATE ${schema}.dues_expectation`)
  await client.query('CHECKPOINT')
}

function timed(work: () => Promise<unknown>, prepare: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    await prepare()
    const startedAt = performance.now()
    await work()
    return performance.now() - startedAt
  }
}

/** A database of its own, so that no other part measures a council of this size. */
async function copyOf(demoUrl: string): Promise<string> {
  const url = new URL(demoUrl)
  const [template, name] = [url.pathname.slice(1), 'bench_dues']
  url.pathname = `/${name}`
  const maintenance = new URL(demoUrl)
  maintenance.pathname = '/postgres'
  await withClient(maintenance.href, async (client) => {
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rows.length === 0) await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  return url.href
}
