// The build runs this one by itself, before anything else has come; it is named here for whoever serves without a build.
import './start-early.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './admin.css'
import { AdminApp } from './app/admin-app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
createRoot(root).render(
  <StrictMode>
    <AdminApp />
  </StrictMode>,
)
