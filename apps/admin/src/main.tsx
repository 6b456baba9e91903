import { applyKeptDensity } from '@sasaeai/ui/density-switch'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './admin.css'
import { AdminApp } from './app/admin-app.tsx'

applyKeptDensity()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
createRoot(root).render(
  <StrictMode>
    <AdminApp />
  </StrictMode>,
)
