import type { Plugin, Rolldown } from 'vite'

/** Libraries that only some screens need: forms, dialogs and pickers, charts. What imports them stays with those screens. */
const seldomNeeded = /[\\/]node_modules[\\/](zod|react-hook-form|@hookform|react-aria|react-aria-components|react-stately|echarts|zrender)[\\/]/
const forms = /[\\/]node_modules[\\/](zod|react-hook-form|@hookform)[\\/]/
const library = /[\\/]node_modules[\\/]/

/** What as many screens share is on nearly everyone's way. */
const mostScreens = 4

/**
 * A Vite plugin that cuts a bundle into few scripts: the libraries of the first page, our own shell, what most screens
 * share, what forms need, and one script per screen. Cut by itself, a bundle falls into dozens of scripts of a few
 * hundred bytes, each with a request of its own. The page names the shared one too, so that it comes with the first.
 */
export function fewChunks(): Plugin {
  let base = '/'
  return {
    name: 'few-chunks',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    config: () => ({ build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }),
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const shared = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'screens')
        if (shared === undefined) return []
        return [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `${base}${shared.fileName}` }, injectTo: 'head' }]
      },
    },
  }
}

const groups: Rolldown.CodeSplittingGroup[] = [
  { name: 'foundation', tags: ['$initial'], test: library, priority: 4 },
  { name: 'shell', tags: ['$initial'], priority: 3 },
  { name: 'forms', test: forms, priority: 2 },
  { name: sharedByScreens, minShareCount: mostScreens, priority: 1 },
]

function sharedByScreens(id: string, modules: Rolldown.ChunkingContext): string | null {
  return leadsToSeldomNeeded(id, modules, new Set()) ? null : 'screens'
}

function leadsToSeldomNeeded(id: string, modules: Rolldown.ChunkingContext, seen: Set<string>): boolean {
  if (seldomNeeded.test(id)) return true
  if (seen.has(id) || library.test(id)) return false
  seen.add(id)
  return modules.getModuleInfo(id)?.importedIds.some((imported) => leadsToSeldomNeeded(imported, modules, seen)) ?? false
}
