// Makes a clone ready to run: packages, database client, web pages; each only when what it is made from has changed.
// Runs before `npm start` and `npm test`, on any Node from 18, before anything is installed: so it imports nothing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(repository, 'node_modules')
/** Remembers what each step was last made from; it goes when someone deletes node_modules, and that is right. */
const memory = path.join(modules, '.sasaeai')

const withoutTelemetry = {
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  TURBO_TELEMETRY_DISABLED: '1',
}

/**
 * A step is skipped when `source` is what it was last time and all of `results` are there.
 * @type {{ name: string, says: string, source: () => string, results: string[], make: () => void }[]}
 */
const steps = [
  {
    name: 'install',
    says: 'Installing packages',
    source: () => hashContents([inRepository('package-lock.json'), inRepository('.npmrc'), ...manifests()]),
    results: [path.join(modules, 'prisma'), path.join(modules, 'turbo')],
    make: installPackages,
  },
  {
    name: 'generate',
    says: 'Generating the database client',
    source: () => hashContents([inRepository('package-lock.json'), ...filesBelow(inRepository('prisma'), ['.prisma'])]),
    results: [inRepository('packages/db/src/generated/client.ts')],
    make: generateClient,
  },
  {
    name: 'build',
    says: 'Building the web pages',
    source: () => hashContents([inRepository('package-lock.json')]) + hashTimes(pageSources()),
    results: ['admin', 'giving'].map((app) => inRepository(`apps/${app}/dist/index.html`)),
    make: buildPages,
  },
]

try {
  if (!steps.every(isDone)) withLock(() => steps.filter((step) => !isDone(step)).forEach(perform))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function isDone(step) {
  const remembered = path.join(memory, step.name)
  return step.results.every((file) => existsSync(file)) && existsSync(remembered)
    && readFileSync(remembered, 'utf8') === step.source()
}

function perform(step) {
  console.log(`${step.says} …`)
  const before = step.source()
  step.make()
  const remembered = path.join(memory, step.name)
  // Whoever copied this clone by hard links must not have it believe what was done here.
  rmSync(remembered, { force: true })
  // What changed meanwhile has to be made again, hence the state from before.
  writeFileSync(remembered, before)
}

function installPackages() {
  // Installed by the npm that runs us; by no other tool, because the lockfile is npm's.
  const npm = process.env.npm_execpath ?? ''
  // Starting the product must not change the lockfile, which npms of different age write differently.
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error']
  const isNpm = /[\\/]npm(-cli)?\.[cm]?js$/.test(npm)
  const failed = 'Installing packages failed: npm says why above; most often the package registry cannot be reached.'
  if (isNpm) run(process.execPath, [npm, ...args], { failure: failed })
  else run('npm', args, { failure: failed, shell: process.platform === 'win32' })
}

function generateClient() {
  run(modernNode(), [inModules('prisma/build/index.js'), 'generate', '--no-hints'], {
    failure: 'Generating the database client failed: Prisma says why above.',
    quietWhenGood: true,
  })
}

function buildPages() {
  run(modernNode(), [inModules('turbo/bin/turbo'), 'run', 'build', '--output-logs=errors-only'], {
    failure: 'Building the web pages failed: the lines above say why.',
    quietWhenGood: true,
  })
}

/** The Node that the packages were installed with: the product needs 24, whatever the machine has. */
function modernNode() {
  const node = inModules(process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node')
  if (existsSync(node)) return node
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    'Node 24 is missing: npm was kept from running the install script of the package "node"; allow it with '
      + '"npm config set ignore-scripts false", or install Node 24 on this machine.',
  )
}

function run(program, args, { failure, shell = false, quietWhenGood = false }) {
  const bin = path.join(modules, '.bin')
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const result = spawnSync(program, args, {
    cwd: repository,
    shell,
    stdio: quietWhenGood ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      [pathName]: bin + path.delimiter + (process.env[pathName] ?? ''),
      ...withoutTelemetry,
      ...schemaEngine(),
    },
  })
  if (result.status === 0) return
  if (quietWhenGood) console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim())
  throw new Error(result.error ? `${failure} (${result.error.message})` : failure)
}

/**
 * Prisma downloads a native engine from a host of its own and stops where that cannot be reached, though generating
 * the client never runs it. Any program in its place will do; whoever has a real one keeps it.
 */
function schemaEngine() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return {}
  const engines = inModules('@prisma/engines')
  const hasEngine = existsSync(engines) && readdirSync(engines).some((name) => name.startsWith('schema-engine-'))
  return hasEngine ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
}

/** Two starts at once: the second waits until the first has made everything. */
function withLock(work) {
  mkdirSync(memory, { recursive: true })
  const lock = path.join(memory, 'lock')
  let hasSaid = false
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`${memory} cannot be written (${error.code}).`, { cause: error })
    }
    if (!isHeld(lock)) {
      // Its owner was killed, or has just given it back.
      rmSync(lock, { force: true })
      continue
    }
    if (!hasSaid) console.log('Another start is preparing this clone; waiting for it …')
    hasSaid = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isHeld(lock) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs
    // Between its making and its filling the file is empty for an instant.
    return age < 2000 || isRunning(Number(readFileSync(lock, 'utf8')))
  } catch {
    return false
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function manifests() {
  const rooms = ['apps', 'packages'].map(inRepository)
  const folders = rooms.flatMap((room) => readdirSync(room).map((name) => path.join(room, name)))
  return [repository, ...folders].map((folder) => path.join(folder, 'package.json')).filter((file) => existsSync(file))
}

function pageSources() {
  const rooms = ['apps/admin', 'apps/giving', 'packages/ui', 'packages/domain']
  return rooms.flatMap((room) => filesBelow(inRepository(room)))
}

function filesBelow(folder, endings) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      return ['node_modules', 'dist', '.turbo'].includes(entry.name) ? [] : filesBelow(file, endings)
    }
    return endings === undefined || endings.some((ending) => file.endsWith(ending)) ? [file] : []
  })
}

function hashContents(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files.sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Reading every source would take longer than looking at its time; a file touched in vain costs one cached build. */
function hashTimes(files) {
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function inRepository(file) {
  return path.join(repository, file)
}

function inModules(file) {
  return path.join(modules, file)
}
