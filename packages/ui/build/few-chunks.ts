import type { Plugin, Rolldown } from 'vite'

/** Libraries that only some screens need: forms, dialogs and pickers, charts. What imports them stays with those screens. */
const seldomNeeded = /[\\/]node_modules[\\/](zod|react-hook-form|@hookform|react-aria|react-aria-components|react-stately|echarts|zrender)[\\/]/
const forms = /[\\/]node_modules[\\/](zod|react-hook-form|@hookform)[\\/]/
const library = /[\\/]node_modules[\\/]/

/** Scripts that every page names: no screen need list them once more. */
const isAlwaysThere = /[\\/](?:rolldown-runtime|first|foundation|index|screens)-[\w-]+\.js$/

/** What as many screens share is on nearly everyone's way. */
const mostScreens = 4

/**
 * A Vite plugin that cuts a bundle into few scripts: the libraries of the first page, our own shell, what most screens
 * share, what forms need, and one script per screen. Cut by itself, a bundle falls into dozens of scripts of a few
 * hundred bytes, each with a request of its own. The page names the shared one too, so that it comes with the first.
 * `first` is the path of a small script that is to run while all of these are on their way; `wake` that of the only
 * script that a page names which the server has drawn; `refusals` are modules that grow with the product and are needed
 * by whoever is refused something.
 */
export function fewChunks(parts: { first: string; wake: string; refusals: RegExp }): Plugin {
  const { first, wake } = parts
  let base = '/'
  return {
    name: 'few-chunks',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: { resolveDependencies: (_file, imported, { hostType }) => (hostType === 'js' ? imported.filter((file) => !isAlwaysThere.test(file)) : imported) },
        rolldownOptions: { input: { index: 'index.html', first, wake }, output: { codeSplitting: { groups: groupsAround(parts) } } },
      },
    }),
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const address = (name: string) => `${base}${Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name)?.fileName}`
        return [
          { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, fetchpriority: 'high', src: address('first') }, injectTo: 'head-prepend' },
          { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: address('screens') }, injectTo: 'head' },
        ]
      },
    },
  }
}

function groupsAround({ first, wake, refusals }: { first: string; wake: string; refusals: RegExp }): Rolldown.CodeSplittingGroup[] {
  return [
    { name: (id, modules) => (isReachedFrom(first, { id, modules }) ? 'early' : null), priority: 5 },
    { name: 'foundation', tags: ['$initial'], test: library, priority: 4 },
    { name: (id) => (id === wake ? null : 'shell'), tags: ['$initial'], priority: 3 },
    { name: 'forms', test: forms, priority: 2 },
    { name: 'refusals', test: refusals, priority: 2 },
    { name: (id, modules) => (leadsToSeldomNeeded(id, modules) ? null : 'screens'), minShareCount: mostScreens, priority: 1 },
  ]
}

function isReachedFrom(first: string, { id, modules }: { id: string; modules: Rolldown.ChunkingContext }): boolean {
  return importsOf(first, modules).has(id)
}

function leadsToSeldomNeeded(id: string, modules: Rolldown.ChunkingContext): boolean {
  return [...importsOf(id, modules)].some((imported) => seldomNeeded.test(imported))
}

/** A module and everything that it imports, without looking into libraries. */
function importsOf(id: string, modules: Rolldown.ChunkingContext, found: Set<string> = new Set()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  if (!library.test(id)) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) importsOf(imported, modules, found)
  return found
}
