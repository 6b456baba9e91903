/**
 * npm run bench [-- --only=post,list,cube,board,progress,dues,goals,results,executive,income,indicators,plans,external,custody,supporters,gifts,gift-reports,receipts,webhooks,start,page,giving,journals --rounds=5 --data-dir=<folder kept between runs>]
 * Measures the product and, in the same run on the same machine, the bare limit; prints one table.
 */
import { parseArgs } from 'node:util'
import { type Figure, figureTable } from './figure.ts'
import { measureBoardPack } from './measure-board-pack.ts'
import { measureCube } from './measure-cube.ts'
import { measureCustody } from './measure-custody.ts'
import { measureDuesOpening } from './measure-dues-opening.ts'
import { measureDuesProgress } from './measure-dues-progress.ts'
import { measureExecutive, measureRetention } from './measure-executive.ts'
import { measureExternalFunds } from './measure-external-funds.ts'
import { measureGiftReports } from './measure-gift-reports.ts'
import { measureGifts } from './measure-gifts.ts'
import { measureGiving } from './measure-giving.ts'
import { measureGoals } from './measure-goals.ts'
import { measureIncome } from './measure-income.ts'
import { measureIndicators } from './measure-indicators.ts'
import { measureJournals } from './measure-journals.ts'
import { measureList } from './measure-list.ts'
import { measurePage } from './measure-page.ts'
import { measurePlans } from './measure-plans.ts'
import { measurePosting } from './measure-posting.ts'
import { measureReceipts } from './measure-receipts.ts'
import { measureResults } from './measure-results.ts'
import { measureStart } from './measure-start.ts'
import { measureSupporters } from './measure-supporters.ts'
import { measureTypesetting } from './measure-typesetting.ts'
import { measureWebhooks } from './measure-webhooks.ts'
import { type ServerProcess, startProductServer } from './product-server.ts'
import { type DemoScale, type ScratchCluster, startScratchCluster } from './scratch-database.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    'data-dir': { type: 'string' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 50) throw new RangeError('--rounds is a number from 1 to 50')

const parts: Readonly<Record<string, (cluster: ScratchCluster) => Promise<Figure[]>>> = {
  post: (cluster) => onProduct(cluster, 1, (place) => measurePosting({ ...place, rounds })),
  list: (cluster) => onProduct(cluster, 33, (place) => measureList({ ...place, rounds })),
  cube: (cluster) => onProduct(cluster, 33, (place) => measureCube({ ...place, rounds })),
  board: async ({ demoDatabase }) => measureBoardPack({ databaseUrl: await demoDatabase(33), rounds }),
  progress: (cluster) => onProduct(cluster, 33, (place) => measureDuesProgress({ ...place, rounds })),
  dues: ({ demoDatabase }) => measureDuesOpening({ demoDatabase, rounds }),
  goals: (cluster) => onProduct(cluster, 1, (place) => measureGoals({ ...place, rounds })),
  results: (cluster) => onProduct(cluster, 1, (place) => measureResults({ ...place, rounds })),
  executive: async (cluster) => [
    ...(await onProduct(cluster, 33, (place) => measureExecutive({ ...place, rounds }))),
    ...(await onDatabase(await cluster.ownDemoDatabase('supporters'), (place) => measureRetention({ ...place, rounds }))),
  ],
  income: (cluster) => onProduct(cluster, 33, (place) => measureIncome({ ...place, rounds })),
  indicators: (cluster) => onProduct(cluster, 33, (place) => measureIndicators({ ...place, rounds })),
  plans: (cluster) => onProduct(cluster, 33, (place) => measurePlans({ ...place, rounds })),
  external: async ({ ownDemoDatabase }) => onDatabase(await ownDemoDatabase('external'), (place) => measureExternalFunds({ ...place, rounds })),
  custody: (cluster) => onProduct(cluster, 33, (place) => measureCustody({ ...place, rounds })),
  supporters: async ({ ownDemoDatabase }) => onDatabase(await ownDemoDatabase('supporters'), (place) => measureSupporters({ ...place, rounds })),
  gifts: async ({ ownDemoDatabase }) => onDatabase(await ownDemoDatabase('supporters'), (place) => measureGifts({ ...place, rounds })),
  'gift-reports': (cluster) => onProduct(cluster, 33, (place) => measureGiftReports({ ...place, rounds })),
  receipts: async ({ ownDemoDatabase }) => {
    const { figures, apartPerSecond } = await measureTypesetting({ rounds })
    return [...figures, ...(await onDatabase(await ownDemoDatabase('receipts'), (place) => measureReceipts({ ...place, apartPerSecond })))]
  },
  webhooks: async ({ ownDemoDatabase }) => measureWebhooks({ databaseUrl: await ownDemoDatabase('webhooks'), rounds }),
  start: async ({ demoDatabase }) => measureStart({ databaseUrl: await demoDatabase(1), rounds }),
  page: (cluster) => onProduct(cluster, 1, (place) => measurePage({ ...place, rounds })),
  giving: (cluster) => onProduct(cluster, 1, (place) => measureGiving({ ...place, rounds })),
  journals: (cluster) => onProduct(cluster, 33, measureJournals),
}
const wanted = values.only?.split(',') ?? Object.keys(parts)
for (const name of wanted) if (!(name in parts)) throw new RangeError(`--only knows ${Object.keys(parts).join(', ')}`)

const cluster = await startScratchCluster(values['data-dir'])
try {
  const figures: Figure[] = []
  for (const name of wanted) {
    console.error(`measuring ${name} …`)
    figures.push(...((await parts[name]?.(cluster)) ?? []))
  }
  console.log(figureTable(figures))
} finally {
  await cluster.stop()
}

type Measuring = (place: { databaseUrl: string; product: ServerProcess }) => Promise<Figure[]>

async function onProduct({ demoDatabase }: ScratchCluster, scale: DemoScale, measure: Measuring): Promise<Figure[]> {
  return onDatabase(await demoDatabase(scale), measure)
}

async function onDatabase(databaseUrl: string, measure: Measuring): Promise<Figure[]> {
  const product = await startProductServer({ DATABASE_URL: databaseUrl })
  try {
    return await measure({ databaseUrl, product })
  } finally {
    await product.stop()
  }
}
