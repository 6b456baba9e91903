// The one plain JavaScript file of the server. Node keeps what it has read and stripped of types from one start to the
// next, but only from here on: without this detour every start would load the type stripper: 25 MiB, and a third more work.
import { enableCompileCache, flushCompileCache } from 'node:module'
import path from 'node:path'

enableCompileCache(path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'sasaeai'))
await import('./src/main.ts')
// Written now, because a server that is killed does not reach its end.
flushCompileCache()
