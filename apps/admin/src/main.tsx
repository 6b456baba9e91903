// The build runs this one by itself, before anything else has come; it is named here for whoever serves without a build.
import './start-early.ts'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import './admin.css'
import { AdminApp } from './app/admin-app.tsx'
import { broughtAnswers, isDrawn, keepAnswers } from './app/page-answers.ts'
import { createAdminRouter } from './app/routes.tsx'
import { queryClient } from './app/trpc.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
const router = createAdminRouter()
const app = (
  <StrictMode>
    <AdminApp router={router} onShown={() => root.removeAttribute('inert')} />
  </StrictMode>
)

if (isDrawn()) {
  keepAnswers(queryClient, broughtAnswers())
  // The router then leaves out what it would otherwise wrap around a page that is still to come.
  router.ssr = { manifest: undefined }
  void router.load().then(() => hydrateRoot(root, app))
} else {
  createRoot(root).render(app)
}
