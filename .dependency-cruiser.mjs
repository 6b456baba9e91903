// Which way the doors open. Each rule stands in words in README.md, "コードの地図"; each is proved by a seeded
// violation in packages/testing/src/house/layer-rules.test.ts.

const room = (name) => `^(packages|apps)/${name}/`
const anyRoomBut = (...names) => `^(packages|apps)/(?!(${names.join('|')})/)`

/** Tests that drive a browser run in Node and prepare the database that they look at. */
const testsOfBrowsers = '\\.test\\.tsx?$|^apps/[^/]+/browser/'

/** Inside `api`, a term may import only terms to its right. */
const termOrder = [
  ['funding-indicator'],
  ['online-giving', 'import', 'intake'],
  ['membership-dues', 'community-chest', 'donation', 'goodwill-bank', 'grant'],
  ['receipt'],
  ['letter'],
  ['ledger'],
  ['supporter'],
  ['area'],
  ['document'],
  ['council', 'user'],
]

const termRules = termOrder.flatMap((terms, place) => {
  const leftOfIt = termOrder.slice(0, place).flat()
  // The last two lean on each other: a council is set up together with its first administrator.
  const isLast = place === termOrder.length - 1
  return terms.flatMap((term) => {
    const forbidden = [...leftOfIt, ...(isLast ? [] : terms.filter((other) => other !== term))]
    if (forbidden.length === 0) return []
    return {
      name: `api-term-order-${term}`,
      comment: 'Inside api a term imports only itself and terms to its right.',
      severity: 'error',
      from: { path: `^packages/api/src/${term}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/api/src/(${forbidden.join('|')})/` },
    }
  })
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      comment: 'domain imports itself and zod; its tests also vitest and fast-check.',
      severity: 'error',
      from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
      to: { pathNot: [room('domain'), '^node_modules/zod/'] },
    },
    {
      name: 'packages-never-import-apps',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/testing/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'browsers-import-only-types-of-the-server',
      severity: 'error',
      from: { path: ['^apps/(admin|giving)/', room('ui')], pathNot: [testsOfBrowsers, '/vite\\.config\\.ts$'] },
      to: { path: room('(api|db|documents|stripe-gateway|server)'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browsers-import-only-the-router-type',
      comment: 'Of api, a browser may name nothing but what its index exports.',
      severity: 'error',
      from: { path: ['^apps/(admin|giving)/', room('ui')], pathNot: testsOfBrowsers },
      to: { path: room('(api|db|documents|stripe-gateway|server)'), pathNot: '^packages/api/src/index\\.ts$' },
    },
    {
      name: 'ui-knows-no-term',
      severity: 'error',
      from: { path: room('ui') },
      to: { path: anyRoomBut('ui') },
    },
    {
      name: 'only-db-imports-prisma',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: room('db') },
      to: { path: ['^node_modules/(@prisma|prisma)/', '^packages/db/src/generated/'] },
    },
    {
      name: 'only-mail-imports-nodemailer',
      comment: 'Whatever wants a mail sent puts it into the outbox; one folder of the server hands it in.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: '^apps/server/src/mail/' },
      to: { path: '^node_modules/(nodemailer|@types/nodemailer)/' },
    },
    {
      name: 'db-imports-domain-only',
      severity: 'error',
      from: { path: room('db') },
      to: { path: anyRoomBut('db', 'domain', 'testing') },
    },
    {
      name: 'documents-import-domain-only',
      severity: 'error',
      from: { path: room('documents') },
      to: { path: anyRoomBut('documents', 'domain') },
    },
    {
      name: 'only-stripe-gateway-imports-stripe',
      severity: 'error',
      from: { path: '^(apps|packages|bench|prisma)/', pathNot: room('stripe-gateway') },
      to: { path: '^node_modules/stripe/' },
    },
    {
      name: 'stripe-gateway-imports-domain-only',
      severity: 'error',
      from: { path: room('stripe-gateway') },
      to: { path: anyRoomBut('stripe-gateway', 'domain') },
    },
    {
      name: 'api-imports-downwards',
      severity: 'error',
      from: { path: room('api'), pathNot: '\\.test\\.ts$' },
      to: { path: anyRoomBut('api', 'db', 'documents', 'stripe-gateway', 'domain') },
    },
    {
      name: 'only-tests-import-testing',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: ['\\.(test|browser|fresh)\\.tsx?$', '^apps/[^/]+/browser/', room('testing')],
      },
      to: { path: room('testing') },
    },
    {
      name: 'no-test-is-imported',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    ...termRules,
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/generated/'] },
    // What we have built ourselves; other people's packages often stand in a folder of that name.
    exclude: { path: ['^apps/[^/]+/dist/', '/\\.turbo/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
