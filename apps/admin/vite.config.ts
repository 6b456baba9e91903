import path from 'node:path'
import { compressedAssets } from '@sasaeai/ui/build/compressed-assets'
import { fewChunks } from '@sasaeai/ui/build/few-chunks'
import { japaneseStringsOnly } from '@sasaeai/ui/build/japanese-strings-only'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/admin/',
  plugins: [react(), tailwindcss(), japaneseStringsOnly(), fewChunks({ first: path.join(import.meta.dirname, 'src', 'start-early.ts') }), compressedAssets()],
  build: {
    // Inlined assets would be data: addresses, which the Content-Security-Policy has no reason to allow.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script; every browser that runs the rest knows modulepreload.
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/trpc': 'http://127.0.0.1:8080', '/auth': 'http://127.0.0.1:8080' },
  },
})
