import { defineConfig } from 'vite'

/** 公開の集計 for pages of others: one small script with a name that stays (src/widget/widget.ts). */
export default defineConfig({
  publicDir: false,
  build: {
    emptyOutDir: false,
    lib: { entry: 'src/widget/widget.ts', formats: ['iife'], name: 'sasaeaiWidget', fileName: () => 'widget.js' },
  },
})
