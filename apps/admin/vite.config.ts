import path from 'node:path'
import { compressedAssets } from '@sasaeai/ui/build/compressed-assets'
import { fewChunks } from '@sasaeai/ui/build/few-chunks'
import { japaneseStringsOnly } from '@sasaeai/ui/build/japanese-strings-only'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The sentences of all commands. */
const refusals = /[\\/]domain[\\/]src[\\/].*(?:-failures|[\\/]failure-message)\.ts$/

const source = (name: string) => path.join(import.meta.dirname, 'src', name)

export default defineConfig(({ isSsrBuild }) => ({
  base: '/admin/',
  plugins: [
    react(),
    tailwindcss(),
    japaneseStringsOnly(),
    ...(isSsrBuild ? [] : [fewChunks({ first: source('start-early.ts'), wake: source('wake-page.ts'), refusals }), compressedAssets()]),
  ],
  // What draws pages on the server carries its libraries along, for production: the server itself has none of them.
  ssr: { noExternal: true },
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: {
    // Inlined assets would be data: addresses, which the Content-Security-Policy has no reason to allow.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script; every browser that runs the rest knows modulepreload.
    modulePreload: { polyfill: false },
    // Tells the server which scripts a page that it draws will need.
    manifest: !isSsrBuild,
  },
  server: {
    proxy: { '/trpc': 'http://127.0.0.1:8080', '/auth': 'http://127.0.0.1:8080' },
  },
}))
