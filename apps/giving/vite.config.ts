import { compressedAssets } from '@sasaeai/ui/build/compressed-assets'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss(), ...(isSsrBuild ? [] : [compressedAssets()])],
  // What draws pages on the server carries its libraries along, for production: the server itself has none of them.
  ssr: { noExternal: true },
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: {
    // Inlined assets would be data: addresses, which the Content-Security-Policy has no reason to allow.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script; every browser that runs the rest knows modulepreload.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/trpc': 'http://127.0.0.1:8080', '/public': 'http://127.0.0.1:8080' } },
}))
